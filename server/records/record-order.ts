import { AppError } from "@/core/execution/errors";
import type { CrmField } from "@/core/records/field-types";
import type { Cursor } from "@/server/records/list-cursor";
import type { StoredModule } from "@/server/records/load-modules";
import type { SqlParameters } from "@/server/records/sql-parameters";

/** How a list of records `r` is ordered, and what comes after a row. Empty values come last either way. */
export interface RecordOrder {
  /** Names the order in cursors. */
  name: string;
  /** The SQL of the sort key. */
  key: string;
  /** ORDER BY, ended by the id so that no two rows are equal. */
  by: string;
  after: (cursor: Cursor, parameters: SqlParameters) => string;
}

interface SortKey {
  sql: string;
  /** What a cursor's text is cast to. */
  cast: string;
  mayBeNull: boolean;
}

/** @throws BAD_REQUEST when the module has no such field */
export function recordOrder(
  crmModule: StoredModule,
  sort: { by: string; direction: "ascending" | "descending" } | undefined,
  parameters: SqlParameters,
): RecordOrder {
  const { by, direction } = sort ?? { by: "createdAt", direction: "descending" };
  const { sql, cast, mayBeNull } = sortKey(crmModule, by, parameters);
  const [word, beyond] = direction === "ascending" ? ["ASC", ">"] : ["DESC", "<"];
  return {
    name: `${crmModule.apiName}/${by}/${direction}`,
    key: sql,
    by: `${mayBeNull ? `(${sql}) IS NULL, ` : ""}${sql} ${word}, r.id ${word}`,
    after: ({ key, id }, values) => {
      const idValue = `${values.add(id)}::uuid`;
      if (key === null) return `((${sql}) IS NULL AND r.id ${beyond} ${idValue})`;
      const keyValue = `${values.add(key)}::${cast}`;
      const next = `(${sql}, r.id) ${beyond} (${keyValue}, ${idValue})`;
      return mayBeNull ? `((${sql}) IS NULL OR ${next})` : next;
    },
  };
}

/** Orders text as people of any language expect, whatever locale the database was made with. */
const PEOPLE = 'COLLATE "und-x-icu"';

function sortKey(crmModule: StoredModule, by: string, parameters: SqlParameters): SortKey {
  if (by === "name") return { sql: `(r.name ${PEOPLE})`, cast: "text", mayBeNull: false };
  if (by === "createdAt") return { sql: "r.created_at", cast: "timestamptz", mayBeNull: false };
  if (by === "updatedAt") return { sql: "r.updated_at", cast: "timestamptz", mayBeNull: false };
  const field = crmModule.fields.find(({ apiName }) => apiName === by);
  if (!field) throw new AppError("BAD_REQUEST", { reason: "sort", field: by }, { details: { field: by } });
  return { ...fieldKey(crmModule, field, parameters), mayBeNull: true };
}

function fieldKey(crmModule: StoredModule, field: CrmField, parameters: SqlParameters): Omit<SortKey, "mayBeNull"> {
  const name = `${parameters.add(field.apiName)}::text`;
  switch (field.type) {
    case "number":
    case "currency":
      return { sql: `(r.data->${name})`, cast: "jsonb" };
    case "yes-no":
      return { sql: `(r.data @> jsonb_build_object(${name}, true))`, cast: "boolean" };
    case "date":
    case "date-time":
      return { sql: `((r.data->>${name}) COLLATE "C")`, cast: "text" };
    case "pick-list":
      return { sql: `array_position(${parameters.add(field.options ?? [])}::text[], r.data->>${name})`, cast: "int" };
    case "lookup": {
      // The cast is only safe on rows of this module, and PostgreSQL may look at others before it filters.
      const id = `CASE WHEN r.module_id = ${parameters.add(crmModule.id)} THEN (r.data->>${name})::uuid END`;
      return {
        sql: `((SELECT l.name FROM crm_record l WHERE l.workspace_id = r.workspace_id AND l.id = ${id}) ${PEOPLE})`,
        cast: "text",
      };
    }
    default:
      return { sql: `((r.data->>${name}) ${PEOPLE})`, cast: "text" };
  }
}
