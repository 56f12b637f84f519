import type { PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import { recordName } from "@/core/records/record-name";
import { searchText } from "@/core/records/search-text";
import { type RecordData, validateRecord } from "@/core/records/validate-record";
import { checkLookups } from "@/server/records/check-lookups";
import { clearLookups } from "@/server/records/clear-lookups";
import { insertRecordEvents } from "@/server/records/insert-record-events";
import { loadModules, type StoredModule } from "@/server/records/load-modules";
import { lockRecord } from "@/server/records/lock-record";
import type {
  RecordChanges,
  RecordCreate,
  RecordDelete,
  RecordUpdate,
  RecordWrite,
  WrittenRecord,
} from "@/server/records/record-write";
import { invalidRecord, unknownModule } from "@/server/records/refusals";
import { crmRecordOf } from "@/server/records/stored-record";
import { claimUniqueValues, releaseUniqueValues } from "@/server/records/unique-values";

/**
 * The one way records are written. Validates, keeps unique fields unique, and writes record, event and notice in the
 * given transaction (READ COMMITTED), so they happen together or not at all.
 *
 * @param tx a client inside a transaction; the caller commits, or rolls back when this throws
 * @throws INVALID_DATA (in an execution RECORD_INVALID) with every problem in `details.problems`
 * @throws NOT_FOUND (in an execution RECORD_NOT_FOUND) for an unknown module or record
 * @throws CONFLICT when `revision` is not the record's, with what changed since in `details`
 */
export async function writeRecord(tx: PoolClient, write: RecordWrite): Promise<WrittenRecord> {
  const [crmModule] = await loadModules(tx, write.workspaceId, write.module);
  if (!crmModule) throw unknownModule(write);
  switch (write.kind) {
    case "create":
      return createRecord(tx, crmModule, write);
    case "update":
      return updateRecord(tx, crmModule, write);
    case "delete":
      return deleteRecord(tx, crmModule, write);
  }
}

async function createRecord(tx: PoolClient, crmModule: StoredModule, write: RecordCreate): Promise<WrittenRecord> {
  const given = { ...initialData(crmModule), ...write.data };
  const data = withoutEmpty(await validData(tx, crmModule, write, given));
  const id = uuidv7();
  const changes = changesBetween({}, data);
  const name = recordName(crmModule, data);

  await claimUniqueValues(tx, crmModule, write, { id, changes });
  await tx.query({
    name: "insert-record",
    text: `INSERT INTO crm_record (id, workspace_id, module_id, name, search, data, created_by_id, created_at, updated_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, coalesce($8, now()), coalesce($8, now()))`,
    values: [
      id,
      write.workspaceId,
      crmModule.id,
      name,
      searchText(crmModule, data),
      JSON.stringify(data),
      write.origin.userId,
      write.at ?? null,
    ],
  });
  await insertRecordEvents(tx, write, [
    { moduleId: crmModule.id, recordId: id, kind: "created", revision: 1, changes },
  ]);
  return { record: crmRecordOf(crmModule, { id, data }), name, changes, revision: 1 };
}

async function updateRecord(tx: PoolClient, crmModule: StoredModule, write: RecordUpdate): Promise<WrittenRecord> {
  const row = await lockRecord(tx, crmModule, write);
  const changes = changesBetween(row.data, await validData(tx, crmModule, write, write.data));
  if (Object.keys(changes).length === 0) {
    return { record: crmRecordOf(crmModule, row), name: row.name, changes, revision: row.revision };
  }
  const changed = Object.fromEntries(Object.entries(changes).map(([field, { to }]) => [field, to]));
  const data = withoutEmpty({ ...row.data, ...changed });
  const name = recordName(crmModule, data);
  const revision = row.revision + 1;

  await claimUniqueValues(tx, crmModule, write, { id: row.id, changes });
  await tx.query({
    name: "update-record",
    text: `UPDATE crm_record SET name = $3, search = $4, data = $5, revision = $6, updated_at = coalesce($7, now())
           WHERE workspace_id = $1 AND id = $2`,
    values: [
      write.workspaceId,
      row.id,
      name,
      searchText(crmModule, data),
      JSON.stringify(data),
      revision,
      write.at ?? null,
    ],
  });
  await insertRecordEvents(tx, write, [
    { moduleId: crmModule.id, recordId: row.id, kind: "updated", revision, changes },
  ]);
  return { record: crmRecordOf(crmModule, { id: row.id, data }), name, changes, revision };
}

async function deleteRecord(tx: PoolClient, crmModule: StoredModule, write: RecordDelete): Promise<WrittenRecord> {
  const row = await lockRecord(tx, crmModule, write);
  const cleared = Object.fromEntries(Object.keys(row.data).map((field) => [field, null]));
  const changes = changesBetween(row.data, cleared);
  const revision = row.revision + 1;

  await clearLookups(tx, crmModule, write);
  await releaseUniqueValues(tx, row.id);
  await tx.query("DELETE FROM crm_record WHERE workspace_id = $1 AND id = $2", [write.workspaceId, row.id]);
  await insertRecordEvents(tx, write, [
    { moduleId: crmModule.id, recordId: row.id, kind: "deleted", revision, changes },
  ]);
  return { record: crmRecordOf(crmModule, row), name: row.name, changes, revision };
}

async function validData(
  tx: PoolClient,
  crmModule: StoredModule,
  write: RecordCreate | RecordUpdate,
  given: Readonly<Record<string, unknown>>,
): Promise<RecordData> {
  const { data, problems } = validateRecord(crmModule, given, write.kind);
  const missing = await checkLookups(tx, crmModule, write.workspaceId, data);
  if (problems.length + missing.length > 0) throw invalidRecord(write, [...problems, ...missing]);
  return data;
}

function initialData(crmModule: StoredModule): RecordData {
  const withInitial = crmModule.fields.filter((field) => field.initialValue !== undefined);
  return Object.fromEntries(withInitial.map((field) => [field.apiName, field.initialValue ?? null]));
}

function changesBetween(before: Readonly<RecordData>, given: Readonly<RecordData>): RecordChanges {
  const changes: RecordChanges = {};
  for (const [field, to] of Object.entries(given)) {
    const from = before[field] ?? null;
    if (from !== to) changes[field] = { from, to };
  }
  return changes;
}

/** Empty fields are not stored, so that "is empty" is one question. */
const withoutEmpty = (data: RecordData): RecordData =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
