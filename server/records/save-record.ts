import type { PoolClient } from "pg";
import type { Actor, App } from "@/server/app";
import { inTransaction } from "@/server/database/in-transaction";
import type { RecordOrigin, WrittenRecord } from "@/server/records/record-write";
import { writeRecord } from "@/server/records/write-record";

export interface SaveRecordInput {
  /** API name of the record type. */
  module: string;
  /** The record to change; left out, a new one is made. */
  id?: string;
  /** Field values by API name. */
  data: Record<string, unknown>;
  /** The revision the change builds on. */
  revision?: number;
}

/**
 * Creates or changes one record for a person or a key.
 *
 * @param source where the change comes from, for the record's timeline
 * @throws INVALID_DATA, NOT_FOUND, CONFLICT as `writeRecord`
 */
export async function saveRecord(
  app: App,
  actor: Actor,
  input: SaveRecordInput,
  source: "page" | "api" = "page",
): Promise<WrittenRecord> {
  const { module, id, data, revision } = input;
  const origin: RecordOrigin = { source, userId: actor.userId };
  const target = { workspaceId: actor.workspaceId, module, origin, data };
  return inTransaction(app, (tx: PoolClient) =>
    writeRecord(tx, id === undefined ? { kind: "create", ...target } : { kind: "update", ...target, id, revision }),
  );
}
