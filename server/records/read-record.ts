import { AppError } from "@/core/execution/errors";
import type { CrmRecord } from "@/core/records/field-types";
import type { App } from "@/server/app";
import { findModule } from "@/server/records/find-module";
import { listModules } from "@/server/records/list-modules";
import { crmRecordOf, isRecordId, type RecordRow } from "@/server/records/stored-record";

/** A record with what stands beside its fields. */
export interface ReadRecord {
  record: CrmRecord;
  name: string;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
}

/**
 * Reads one record by one statement.
 *
 * @param module API name of its record type
 * @throws NOT_FOUND when the workspace has no such module or record
 */
export async function readRecord(app: App, workspaceId: string, module: string, id: string): Promise<ReadRecord> {
  const crmModule = findModule(await listModules(app, { workspaceId }), module);
  const row = isRecordId(id) ? await selectRecord(app, workspaceId, crmModule.id, id) : undefined;
  if (!row) throw new AppError("NOT_FOUND", { what: crmModule.singular.toLowerCase(), id: String(id).slice(0, 100) });
  const { name, revision, createdAt, updatedAt } = row;
  return { record: crmRecordOf(crmModule, row), name, revision, createdAt, updatedAt };
}

async function selectRecord(app: App, workspaceId: string, moduleId: string, id: string) {
  const { rows } = await app.pool.query<RecordRow & { createdAt: Date; updatedAt: Date }>({
    name: "read-record",
    text: `SELECT id, name, data, revision, created_at AS "createdAt", updated_at AS "updatedAt"
           FROM crm_record WHERE workspace_id = $1 AND module_id = $2 AND id = $3`,
    values: [workspaceId, moduleId, id],
  });
  return rows[0];
}
