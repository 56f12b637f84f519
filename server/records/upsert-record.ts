import type { PoolClient } from "pg";
import { AppError } from "@/core/execution/errors";
import type { CrmField } from "@/core/records/field-types";
import { nearestName } from "@/core/records/nearest-name";
import { problem, validateRecord } from "@/core/records/validate-record";
import { loadModules, type StoredModule } from "@/server/records/load-modules";
import { recordConditions } from "@/server/records/record-conditions";
import type { RecordOrigin, WrittenRecord } from "@/server/records/record-write";
import { invalidRecord, unknownModule } from "@/server/records/refusals";
import { SqlParameters } from "@/server/records/sql-parameters";
import { writeRecord } from "@/server/records/write-record";

export interface RecordUpsert {
  workspaceId: string;
  origin: RecordOrigin;
  /** API name of its record type. */
  module: string;
  /** API name of the field that tells which record is meant. */
  match: string;
  data: Readonly<Record<string, unknown>>;
}

/**
 * Changes the one record whose field holds what `data` gives it, or creates it. Two that run at once for one value are one
 * after the other, so that they never make two records.
 *
 * @param tx as for `writeRecord`, which makes the change
 * @throws MISSING_INPUT when `data` does not fill the field
 * @throws RECORD_AMBIGUOUS when several records hold the value
 * @throws what `writeRecord` throws
 */
export async function upsertRecord(tx: PoolClient, upsert: RecordUpsert): Promise<WrittenRecord> {
  const { workspaceId, origin, module, data } = upsert;
  const [crmModule] = await loadModules(tx, workspaceId, module);
  if (!crmModule) throw unknownModule({ kind: "create", ...upsert });
  const field = matchField(crmModule, upsert);
  const value = matchValue(crmModule, field, upsert);
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `${crmModule.id}/${field.apiName}/${String(value).trim().toLowerCase()}`,
  ]);

  const write = { workspaceId, origin, module, data };
  const found = await findOne(tx, crmModule, field, value, workspaceId);
  if (found) return writeRecord(tx, { kind: "update", id: found, ...write });
  await tx.query("SAVEPOINT upsert");
  try {
    return await writeRecord(tx, { kind: "create", ...write });
  } catch (thrown) {
    // A plain create of the same unique value won the race: it is the one to change.
    if (!isTaken(thrown, field)) throw thrown;
    await tx.query("ROLLBACK TO SAVEPOINT upsert");
    const other = await findOne(tx, crmModule, field, value, workspaceId);
    if (!other) throw thrown;
    return writeRecord(tx, { kind: "update", id: other, ...write });
  }
}

function matchField(crmModule: StoredModule, { match, ...write }: RecordUpsert): CrmField {
  const field = crmModule.fields.find(({ apiName }) => apiName === match);
  if (field) return field;
  const hint = nearestName(
    match,
    crmModule.fields.map(({ apiName }) => apiName),
  );
  const unknown = { field: match, code: "UNKNOWN_FIELD" as const, params: { label: match, hint: hint ?? "" } };
  throw invalidRecord({ kind: "create", ...write }, [unknown]);
}

/** The value as it is stored. */
function matchValue(crmModule: StoredModule, field: CrmField, { match: _match, ...write }: RecordUpsert) {
  const given = validateRecord(crmModule, { [field.apiName]: write.data[field.apiName] ?? null }, "update");
  const [wrong] = given.problems;
  if (wrong && wrong.code !== "REQUIRED") throw invalidRecord({ kind: "create", ...write }, given.problems);
  const value = given.data[field.apiName] ?? null;
  if (value === null) throw new AppError("MISSING_INPUT", { input: field.label, field: field.apiName });
  return value;
}

/** Finds the record that holds the value, and keeps it as it is until the transaction ends. */
async function findOne(
  tx: PoolClient,
  crmModule: StoredModule,
  field: CrmField,
  value: string | number | boolean,
  workspaceId: string,
): Promise<string | null> {
  const parameters = new SqlParameters();
  const filter = { field: field.apiName, operator: "is" as const, value };
  const where = recordConditions(crmModule, workspaceId, { filters: [filter] }, parameters);
  const { rows } = await tx.query<{ id: string }>(
    `SELECT r.id FROM crm_record r WHERE ${where} ORDER BY r.id LIMIT 100 FOR NO KEY UPDATE`,
    parameters.values,
  );
  if (rows.length <= 1) return rows[0]?.id ?? null;
  throw new AppError("RECORD_AMBIGUOUS", {
    module: crmModule.plural,
    field: field.apiName,
    label: field.label,
    value: String(value).slice(0, 100),
    count: rows.length,
  });
}

const isTaken = (thrown: unknown, field: CrmField): boolean =>
  thrown instanceof AppError &&
  thrown.params.problem === problem(field, "NOT_UNIQUE", {}).code &&
  thrown.params.field === field.apiName;
