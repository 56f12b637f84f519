import type { PoolClient } from "pg";
import { insertRecordEvents, type NewRecordEvent } from "@/server/records/insert-record-events";
import { loadModules, type StoredModule } from "@/server/records/load-modules";
import type { RecordDelete } from "@/server/records/record-write";

/** Empties every lookup that points at a record which is being deleted, with an event for each record it changes. */
export async function clearLookups(tx: PoolClient, crmModule: StoredModule, write: RecordDelete): Promise<void> {
  const events: NewRecordEvent[] = [];
  for (const other of await loadModules(tx, write.workspaceId)) {
    const lookups = other.fields.filter((field) => field.lookupModule === crmModule.apiName);
    for (const { apiName: field } of lookups) {
      const { rows } = await tx.query<{ id: string; revision: number }>(
        `UPDATE crm_record SET data = data - $3::text, revision = revision + 1, updated_at = now()
         WHERE workspace_id = $1 AND module_id = $2 AND data @> jsonb_build_object($3::text, $4::text) RETURNING id, revision`,
        [write.workspaceId, other.id, field, write.id],
      );
      for (const { id, revision } of rows) {
        const changes = { [field]: { from: write.id, to: null } };
        events.push({ moduleId: other.id, recordId: id, kind: "updated", revision, changes });
      }
    }
  }
  await insertRecordEvents(tx, write, events);
}
