import { DatabaseError } from "pg";
import { AppError } from "@/core/execution/errors";
import type { CrmRecord } from "@/core/records/field-types";
import type { RecordFilter } from "@/core/records/record-filters";
import type { Actor, App } from "@/server/app";
import { findModule } from "@/server/records/find-module";
import { decodeCursor, encodeCursor } from "@/server/records/list-cursor";
import { listModules } from "@/server/records/list-modules";
import { lookupNames } from "@/server/records/lookup-names";
import { recordConditions } from "@/server/records/record-conditions";
import { recordOrder } from "@/server/records/record-order";
import { SqlParameters } from "@/server/records/sql-parameters";
import { crmRecordOf, type RecordRow } from "@/server/records/stored-record";

/** Above this many a list says "10,000+". */
const COUNTED_RECORDS = 10_000;
export const LARGEST_PAGE = 200;

export interface ListRecordsInput {
  /** API name of the record type. */
  module: string;
  /** Words that must all be in the name or a text value; case and accents do not matter. */
  search?: string;
  /** All must hold. */
  filters?: RecordFilter[];
  /** A field's API name, or `name`, `createdAt`, `updatedAt`. Newest first unless given. */
  sort?: { by: string; direction: "ascending" | "descending" };
  /** From the last page's `nextCursor`, with the same sort. */
  cursor?: string | null;
  limit?: number;
}

export interface ListedRecord {
  record: CrmRecord;
  name: string;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface RecordPage {
  records: ListedRecord[];
  /** The names of the records that lookups on this page point at, by id. */
  lookups: Record<string, string>;
  /** Null on the last page. */
  nextCursor: string | null;
  /** How many match in all, counted up to `COUNTED_RECORDS`; null on later pages. */
  count: { value: number; isCapped: boolean } | null;
}

/**
 * One page of a record type. Pages follow a key, so rows that are added or deleted meanwhile neither repeat nor hide
 * others.
 *
 * @throws NOT_FOUND for an unknown module
 * @throws BAD_REQUEST for a filter, sort or cursor that does not fit
 */
export async function listRecords(app: App, actor: Actor, input: ListRecordsInput): Promise<RecordPage> {
  const crmModule = findModule(await listModules(app, actor), input.module);
  const limit = Math.min(input.limit ?? 50, LARGEST_PAGE);
  const parameters = new SqlParameters();
  const where = recordConditions(crmModule, actor.workspaceId, input, parameters);
  const countText = `SELECT count(*)::int AS count FROM (SELECT 1 FROM crm_record r WHERE ${where} LIMIT ${COUNTED_RECORDS + 1}) matching`;
  const countValues = [...parameters.values];

  const order = recordOrder(crmModule, input.sort, parameters);
  const after = input.cursor ? order.after(decodeCursor(input.cursor, order.name), parameters) : "true";
  const [page, counted] = await Promise.all([
    app.pool
      .query<RecordRow & { createdAt: Date; updatedAt: Date; sortKey: string | null }>(
        `SELECT r.id, r.name, r.data, r.revision, r.created_at AS "createdAt", r.updated_at AS "updatedAt",
              (${order.key})::text AS "sortKey"
       FROM crm_record r WHERE ${where} AND ${after} ORDER BY ${order.by} LIMIT ${limit + 1}`,
        parameters.values,
      )
      .catch(refuseForgedCursor(input.cursor)),
    input.cursor ? null : app.pool.query<{ count: number }>(countText, countValues),
  ]);

  const rows = page.rows.slice(0, limit);
  const last = rows.at(-1);
  const records = rows.map(({ data, sortKey: _sortKey, id, ...row }) => ({
    ...row,
    record: crmRecordOf(crmModule, { id, data }),
  }));
  const count = counted?.rows[0]?.count;
  return {
    records,
    lookups: await lookupNames(
      app,
      actor,
      crmModule,
      records.map(({ record }) => record),
    ),
    nextCursor:
      last && page.rows.length > limit ? encodeCursor({ sort: order.name, key: last.sortKey, id: last.id }) : null,
    count: count === undefined ? null : { value: Math.min(count, COUNTED_RECORDS), isCapped: count > COUNTED_RECORDS },
  };
}

/** The cursor is the only text from outside that is cast here: a value PostgreSQL cannot read is its. */
const refuseForgedCursor = (cursor: string | null | undefined) => (thrown: unknown) => {
  const isUnreadable = thrown instanceof DatabaseError && thrown.code?.startsWith("22");
  throw cursor && isUnreadable ? new AppError("BAD_REQUEST", { reason: "cursor" }, { cause: thrown }) : thrown;
};
