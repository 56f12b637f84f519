import type { FileValue } from "@/core/compiler/abi";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import { isFileValue } from "@/core/values/file-value";
import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";

/** What is known of a file beside its bytes. */
export interface FoundFile {
  handle: FileValue & { [key: string]: Json };
  /** The name in code of the connection it was got with. */
  connection: string | null;
}

/**
 * Looks a handle up. Of what the handle says the id alone counts: code may have made the rest up.
 *
 * @throws AppError FILE_INVALID for what is no handle, FILE_NOT_FOUND for a file that this workspace does not have
 */
export async function findFile(app: App, workspaceId: string, value: Json | undefined): Promise<FoundFile> {
  if (!isFileValue(value)) throw new AppError("FILE_INVALID", { reason: "handle", most: 0, value: "" });
  const { rows } = await app.pool.query<{ name: string; type: string; size: number; connection: string | null }>({
    name: "find-file",
    text: "SELECT name, type, size, connection FROM stored_file WHERE workspace_id = $1 AND id = $2",
    values: [workspaceId, value.file],
  });
  const [found] = rows;
  if (!found) throw notFound(value.file);
  const { name, type, size, connection } = found;
  return { handle: { file: value.file.toLowerCase(), name, type, size }, connection };
}

/** @throws AppError FILE_NOT_FOUND */
export async function readFileContent(app: App, workspaceId: string, id: string): Promise<Buffer> {
  const { rows } = await app.pool.query<{ content: Buffer }>({
    name: "read-file-content",
    text: "SELECT content FROM stored_file WHERE workspace_id = $1 AND id = $2",
    values: [workspaceId, id],
  });
  if (!rows[0]) throw notFound(id);
  return rows[0].content;
}

const notFound = (id: string) => new AppError("FILE_NOT_FOUND", { id, days: LIMITS.fileDays });
