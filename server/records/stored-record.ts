import type { CrmModule, CrmRecord } from "@/core/records/field-types";
import type { RecordData } from "@/core/records/validate-record";

/** The columns of a record's row that reads and writes share. */
export interface RecordRow {
  id: string;
  name: string;
  data: RecordData;
  revision: number;
}

/** @returns the record as formulas and the API see it: `id`, then every field of its module, null when empty. */
export function crmRecordOf(crmModule: CrmModule, row: Pick<RecordRow, "id" | "data">): CrmRecord {
  const record: CrmRecord = { id: row.id };
  for (const { apiName } of crmModule.fields) record[apiName] = row.data[apiName] ?? null;
  return record;
}

/** True for the text of a UUID, so that an id from outside never reaches the database as anything else. */
export const isRecordId = (id: unknown): id is string =>
  typeof id === "string" && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id);
