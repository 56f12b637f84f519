import type { PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import { CHANGES_CHANNEL, changePayloads } from "@/server/database/changes";
import type { RecordChanges, RecordWrite } from "@/server/records/record-write";

export interface NewRecordEvent {
  moduleId: string;
  recordId: string;
  kind: "created" | "updated" | "deleted";
  /** The record's revision after the change. */
  revision: number;
  changes: RecordChanges;
}

/** Writes what changed and by whom, and announces it when the transaction commits; all in one statement. */
export async function insertRecordEvents(tx: PoolClient, write: RecordWrite, events: NewRecordEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { workspaceId, origin, at } = write;
  const rows = events.map((event) => ({ id: uuidv7(), ...event }));
  const notices = changePayloads(events.map(({ recordId }) => ({ kind: "record", workspaceId, id: recordId })));
  await tx.query({
    name: "insert-record-events",
    text: INSERT,
    values: [
      JSON.stringify(rows),
      workspaceId,
      origin.source,
      origin.userId,
      origin.executionId ?? null,
      origin.nodeId ?? null,
      at ?? null,
      CHANGES_CHANNEL,
      notices,
    ],
  });
}

const INSERT = `
  WITH inserted AS (
    INSERT INTO record_event
      (id, workspace_id, module_id, record_id, kind, revision, changes, source, user_id, execution_id, node_id, created_at)
    SELECT e.id, $2::uuid, e."moduleId", e."recordId", e.kind, e.revision, e.changes, $3, $4, $5::uuid, $6, coalesce($7, now())
    FROM jsonb_to_recordset($1::jsonb)
      AS e(id uuid, "moduleId" uuid, "recordId" uuid, kind text, revision int, changes jsonb)
  )
  SELECT pg_notify($8, payload) FROM unnest($9::text[]) AS payload`;
