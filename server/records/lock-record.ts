import type { PoolClient } from "pg";
import { AppError } from "@/core/execution/errors";
import { mergeChanges } from "@/server/records/execution-changes";
import type { StoredModule } from "@/server/records/load-modules";
import type { RecordChanges, RecordDelete, RecordUpdate } from "@/server/records/record-write";
import { unknownRecord } from "@/server/records/refusals";
import { isRecordId, type RecordRow } from "@/server/records/stored-record";

/**
 * Reads the record a write is about and holds it until the transaction ends.
 *
 * @throws NOT_FOUND or RECORD_NOT_FOUND
 * @throws CONFLICT when the write builds on another revision
 */
export async function lockRecord(
  tx: PoolClient,
  crmModule: StoredModule,
  write: RecordUpdate | RecordDelete,
): Promise<RecordRow> {
  if (!isRecordId(write.id)) throw unknownRecord(write, crmModule);
  const strength = write.kind === "delete" ? "UPDATE" : "NO KEY UPDATE";
  const { rows } = await tx.query<RecordRow>(
    `SELECT id, name, data, revision FROM crm_record
     WHERE workspace_id = $1 AND module_id = $2 AND id = $3 FOR ${strength}`,
    [write.workspaceId, crmModule.id, write.id],
  );
  const row = rows[0];
  if (!row) throw unknownRecord(write, crmModule);
  if (write.revision !== undefined && write.revision !== row.revision) throw await conflict(tx, write, row);
  return row;
}

async function conflict(tx: PoolClient, write: RecordUpdate | RecordDelete, row: RecordRow): Promise<AppError> {
  const { rows } = await tx.query<{ changes: RecordChanges; createdAt: Date; by: string | null; source: string }>(
    `SELECT e.changes, e.created_at AS "createdAt", e.source, u.name AS by
     FROM record_event e LEFT JOIN "user" u ON u.id = e.user_id
     WHERE e.workspace_id = $1 AND e.record_id = $2 AND e.revision > $3 ORDER BY e.revision LIMIT 50`,
    [write.workspaceId, row.id, write.revision],
  );
  const last = rows.at(-1);
  return new AppError(
    "CONFLICT",
    {},
    {
      details: {
        revision: row.revision,
        changes: mergeChanges(rows.map(({ changes }) => changes)),
        by: last?.by ?? null,
        source: last?.source ?? null,
        at: last?.createdAt.toISOString() ?? null,
      },
    },
  );
}
