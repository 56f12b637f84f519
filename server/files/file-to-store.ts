import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import type { FileValue } from "@/core/compiler/abi";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";

export interface FileToStoreInput {
  workspaceId: string;
  executionId: string;
  /** As somebody else may have written it: it is made fit. */
  name: string;
  type: string;
  content: Buffer;
  /** The name in code of the connection it was got with. */
  connection: string | null;
}

/** A file that has its handle and is stored by the transaction that keeps it. */
export interface FileToStore {
  handle: FileValue & { [key: string]: Json };
  sha256: string;
  store(tx: PoolClient): Promise<void>;
}

/**
 * Makes the handle of a file before it is stored, so that the two can be one commit.
 *
 * @throws AppError FILE_TOO_LARGE
 */
export function fileToStore(app: App, input: FileToStoreInput): FileToStore {
  const { workspaceId, executionId, type, content, connection } = input;
  const name = fileName(input.name);
  const size = content.length;
  if (size > LIMITS.fileBytes)
    throw new AppError("FILE_TOO_LARGE", { name, ...inKilobytes({ size, most: LIMITS.fileBytes }), use: "keep" });
  const id = uuidv7();
  const sha256 = createHash("sha256").update(content).digest("hex");
  return {
    handle: { file: id, name, type, size },
    sha256,
    store: async (tx) => {
      await tx.query({
        name: "store-file",
        text: `INSERT INTO stored_file
                 (id, workspace_id, execution_id, name, type, size, sha256, content, connection, created_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        values: [id, workspaceId, executionId, name, type, size, sha256, content, connection, app.clock.now()],
      });
    },
  };
}

/** @returns sizes as a sentence tells them. */
export const inKilobytes = ({ size, most }: { size: number; most: number }) => ({
  size: Math.ceil(size / 1_024),
  most: most / 1_024,
});

/** One name without folders and without what a file system, a header or the database cannot hold. */
function fileName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = last.replace(/[\u0000-\u001f\u007f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").trim();
  if (clean === "" || /^\.+$/.test(clean)) return "file";
  if (clean.length <= LIMITS.fileNameCharacters) return clean;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(clean)?.[0] ?? "";
  return (clean.slice(0, LIMITS.fileNameCharacters - ending.length) + ending).toWellFormed();
}
