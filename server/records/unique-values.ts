import type { PoolClient } from "pg";
import { problem } from "@/core/records/validate-record";
import type { StoredModule } from "@/server/records/load-modules";
import type { RecordChanges, RecordWrite } from "@/server/records/record-write";
import { invalidRecord } from "@/server/records/refusals";

/**
 * Takes the new values of a record's unique fields and gives back the old ones. A transaction that wants the same value
 * waits here for the other one to end.
 *
 * @throws INVALID_DATA or RECORD_INVALID when another record has the value
 */
export async function claimUniqueValues(
  tx: PoolClient,
  crmModule: StoredModule,
  write: RecordWrite,
  record: { id: string; changes: RecordChanges },
): Promise<void> {
  for (const field of crmModule.fields) {
    const change = record.changes[field.apiName];
    if (!field.unique || !change) continue;
    await tx.query("DELETE FROM crm_unique_value WHERE module_id = $1 AND field = $2 AND record_id = $3", [
      crmModule.id,
      field.apiName,
      record.id,
    ]);
    if (change.to === null) continue;
    const { rowCount } = await tx.query(
      `INSERT INTO crm_unique_value (module_id, field, value, workspace_id, record_id)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [crmModule.id, field.apiName, comparable(change.to), write.workspaceId, record.id],
    );
    if (rowCount === 0) throw invalidRecord(write, [problem(field, "NOT_UNIQUE", { value: String(change.to) })]);
  }
}

/** Gives back every unique value of a record that is being deleted. */
export async function releaseUniqueValues(tx: PoolClient, recordId: string): Promise<void> {
  await tx.query("DELETE FROM crm_unique_value WHERE record_id = $1", [recordId]);
}

const comparable = (value: string | number | boolean) => String(value).trim().toLowerCase();
