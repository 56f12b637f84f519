import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";
import { connectionSecrets } from "@/server/connections/connection-secrets";
import { decodeText } from "@/server/egress/decode-text";
import { contentType, typeByName, UNKNOWN_TYPE } from "@/server/files/content-types";
import { fileToStore, inKilobytes } from "@/server/files/file-to-store";
import { findFile, readFileContent } from "@/server/files/find-file";
import type { PrepareEffect } from "@/server/runtime/host/effect";
import { redactor } from "@/server/runtime/host/redact";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

const CreateSchema = z.object({
  name: z.string().trim().min(1).max(LIMITS.fileNameCharacters),
  content: z.union([z.string(), z.strictObject({ base64: z.string() })]),
  type: z.string().nullish(),
});
const ReadSchema = z.object({ file: z.json(), as: z.enum(["text", "json", "base64"]) });

/** Makes a file, in the transaction of its result. */
export const prepareFileCreate: PrepareEffect = async ({ app, workspaceId, executionId }, effect) => {
  const { name, content, type } = parse(CreateSchema, effect);
  const isText = typeof content === "string";
  const given = type == null ? null : contentType(type);
  if (type != null && given === null) throw invalid("type", { value: type.slice(0, 100) });
  const file = fileToStore(app, {
    ...{ workspaceId, executionId, name, connection: null },
    content: isText ? Buffer.from(content.toWellFormed()) : fromBase64(content.base64),
    type: given ?? typeByName(name) ?? (isText ? "text/plain; charset=utf-8" : UNKNOWN_TYPE),
  });
  const { name: target, type: kind, size } = file.handle;
  return {
    target,
    request: { name: target, type: kind, size, sha256: file.sha256 },
    isRead: false,
    perform: {
      where: "transaction",
      run: async (tx) => {
        await file.store(tx);
        return { value: file.handle };
      },
    },
  };
};

/** Gives code what a file holds. Its bytes may repeat the key it was got with, which code does not see. */
export const prepareFileRead: PrepareEffect = async (context, effect) => {
  const { app, workspaceId } = context;
  const { file, as } = parse(ReadSchema, effect);
  const { handle, connection } = await findFile(app, workspaceId, file);
  const { name, size } = handle;
  if (size > LIMITS.fileReadBytes)
    throw new AppError("FILE_TOO_LARGE", { name, ...inKilobytes({ size, most: LIMITS.fileReadBytes }), use: "read" });
  return {
    target: name,
    request: { file: handle, as },
    isRead: true,
    perform: {
      where: "outside",
      run: async () => {
        const content = await readFileContent(app, workspaceId, handle.file);
        const secrets = context.secretVariables.map(({ value }) => value);
        if (connection !== null) secrets.push(...(await connectionSecrets(app, workspaceId, connection)));
        const text = as === "base64" ? content.toString("base64") : decodeText(content, handle.type);
        const shown = redactor(secrets)(text);
        return { value: as === "json" ? parsed(shown) : shown };
      },
    },
  };
};

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw invalid("json");
  }
}

/** Both alphabets; line breaks and a missing end are let pass. */
function fromBase64(text: string): Buffer {
  const compact = text.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(compact) || compact.replace(/=+$/, "").length % 4 === 1) throw invalid("base64");
  return Buffer.from(compact, "base64");
}

function parse<T>(schema: z.ZodType<T>, { request }: EffectRequest): T {
  const result = schema.safeParse(request);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path[0];
  throw invalid(field === "name" || field === "content" || field === "type" ? field : "shape");
}

const invalid = (reason: string, params: Record<string, Json> = {}) =>
  new AppError("FILE_INVALID", { most: LIMITS.fileNameCharacters, value: "", ...params, reason });
