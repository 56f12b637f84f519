import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import type { CrmRecord } from "@/core/records/field-types";
import type { RecordFilter } from "@/core/records/record-filters";
import type { App } from "@/server/app";
import { listModules } from "@/server/records/list-modules";
import { recordConditions } from "@/server/records/record-conditions";
import { recordOrder } from "@/server/records/record-order";
import { SqlParameters } from "@/server/records/sql-parameters";
import { crmRecordOf, type RecordRow } from "@/server/records/stored-record";

export interface FindRecordsInput {
  /** API name of the record type. */
  module: string;
  /** All must hold. */
  filters: RecordFilter[];
  /** As in a list; newest first unless given. */
  sort?: { by: string; direction: "ascending" | "descending" };
  limit: number;
}

/**
 * Finds the records an automation asks for, up to `LIMITS.foundRecords`, by one statement.
 *
 * @throws RECORD_SEARCH_INVALID for an unknown module, and for a filter or sort that does not fit
 */
export async function findRecords(app: App, workspaceId: string, input: FindRecordsInput): Promise<CrmRecord[]> {
  const crmModule = (await listModules(app, { workspaceId })).find(({ apiName }) => apiName === input.module);
  if (!crmModule) throw new AppError("RECORD_SEARCH_INVALID", { ...UNKNOWN, module: input.module, reason: "module" });
  const parameters = new SqlParameters();
  const text = inTermsOfSearch(input, () => {
    const where = recordConditions(crmModule, workspaceId, input, parameters);
    const { by } = recordOrder(crmModule, input.sort, parameters);
    const limit = Math.min(input.limit, LIMITS.foundRecords);
    return `SELECT r.id, r.data FROM crm_record r WHERE ${where} ORDER BY ${by} LIMIT ${limit}`;
  });
  const { rows } = await app.pool.query<Pick<RecordRow, "id" | "data">>(text, parameters.values);
  return rows.map((row) => crmRecordOf(crmModule, row));
}

const UNKNOWN = { field: "", operator: "", value: "" };

/** A list refuses with the code of requests; an execution ends with its own. */
function inTermsOfSearch<T>({ module, filters }: FindRecordsInput, act: () => T): T {
  try {
    return act();
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { field = "" } = thrown.params;
    const value = JSON.stringify(filters.find((filter) => filter.field === field)?.value ?? null).slice(0, 100);
    throw new AppError("RECORD_SEARCH_INVALID", { ...UNKNOWN, ...thrown.params, module, value }, { cause: thrown });
  }
}
