import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";
import { readRecord } from "@/server/records/read-record";
import { writeRecord } from "@/server/records/write-record";
import type { EffectContext, PrepareEffect } from "@/server/runtime/host/effect";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

const Module = z.string().min(1).max(100);
/** A record's id, or the record itself. */
const Id = z.union([z.string().max(100), z.object({ id: z.string().max(100) }).transform(({ id }) => id)]);
const Data = z.record(z.string().max(100), z.json());

const GetSchema = z.object({ module: Module, id: Id });
const CreateSchema = z.object({ module: Module, data: Data });
const UpdateSchema = z.object({ module: Module, id: Id, data: Data });

/** Reads a record. */
export const prepareRecordGet: PrepareEffect = async (context, effect) => {
  const { module, id } = parse(GetSchema, effect);
  return {
    target: module,
    request: { module, id },
    isRead: true,
    perform: {
      where: "outside",
      run: async () => {
        const { record } = await readRecord(context.app, context.workspaceId, module, id).catch((thrown) => {
          const isMissing = thrown instanceof AppError && thrown.code === "NOT_FOUND";
          throw isMissing ? new AppError("RECORD_NOT_FOUND", { module, id }) : thrown;
        });
        return { value: record };
      },
    },
  };
};

/** Creates a record, in the transaction of its result. */
export const prepareRecordCreate: PrepareEffect = async (context, effect) => {
  const { module, data } = parse(CreateSchema, effect);
  return {
    target: module,
    request: { module, data },
    isRead: false,
    perform: {
      where: "transaction",
      run: async (tx) => {
        const { record } = await writeRecord(tx, { kind: "create", module, data, ...originOf(context, effect) });
        return { value: record };
      },
    },
  };
};

/** Changes a record, in the transaction of its result. */
export const prepareRecordUpdate: PrepareEffect = async (context, effect) => {
  const { module, id, data } = parse(UpdateSchema, effect);
  return {
    target: module,
    request: { module, id, data },
    isRead: false,
    perform: {
      where: "transaction",
      run: async (tx) => {
        const { record } = await writeRecord(tx, { kind: "update", module, id, data, ...originOf(context, effect) });
        return { value: record };
      },
    },
  };
};

const originOf = ({ workspaceId, executionId, runsAsId }: EffectContext, { nodeId }: EffectRequest) => ({
  workspaceId,
  origin: { source: "automation" as const, userId: runsAsId, executionId, nodeId },
});

function parse<T>(schema: z.ZodType<T>, { request }: EffectRequest): T {
  const parsed = schema.safeParse(request);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? "");
  if (field === "id") throw new AppError("MISSING_INPUT", { input: "id" });
  const module = (request as { module?: Json } | null)?.module;
  throw new AppError("RECORD_INVALID", {
    module: typeof module === "string" ? module : "",
    field,
    label: field,
    problem: "shape",
    value: "",
    hint: "none",
    more: 0,
  });
}
