import { AppError } from "@/core/execution/errors";
import type { CrmField, FieldType } from "@/core/records/field-types";
import { parseDate, parseDateTime } from "@/core/records/parse-date";
import { type FilterOperator, OPERATORS_OF, type RecordFilter } from "@/core/records/record-filters";
import { foldText } from "@/core/records/search-text";
import { isStorableText } from "@/core/values/storable-text";
import type { StoredModule } from "@/server/records/load-modules";
import type { SqlParameters } from "@/server/records/sql-parameters";
import { isRecordId } from "@/server/records/stored-record";

/**
 * The WHERE of a list of records `r`: the workspace, the module, the search and every filter.
 *
 * @throws BAD_REQUEST for a filter that does not fit its field
 */
export function recordConditions(
  crmModule: StoredModule,
  workspaceId: string,
  input: { search?: string; filters?: RecordFilter[] },
  parameters: SqlParameters,
): string {
  const conditions = [
    `r.workspace_id = ${parameters.add(workspaceId)}`,
    `r.module_id = ${parameters.add(crmModule.id)}`,
  ];
  const search = input.search?.trim() ?? "";
  if (isRecordId(search)) conditions.push(`r.id = ${parameters.add(search)}`);
  else
    for (const word of foldText(search).split(/\s+/).filter(Boolean)) {
      conditions.push(`r.search LIKE ${parameters.add(`%${escapeLike(word)}%`)}`);
    }
  for (const filter of input.filters ?? []) {
    const field = crmModule.fields.find(({ apiName }) => apiName === filter.field);
    if (!field) throw misfit(filter, "filter_field");
    if (!OPERATORS_OF[field.type].includes(filter.operator)) throw misfit(filter, "filter_operator");
    conditions.push(condition(field, filter, parameters));
  }
  return conditions.join(" AND ");
}

function condition(field: CrmField, filter: RecordFilter, parameters: SqlParameters): string {
  const name = `${parameters.add(field.apiName)}::text`;
  const { operator } = filter;
  if (operator === "empty") return `r.data->${name} IS NULL`;
  if (operator === "not-empty") return `r.data->${name} IS NOT NULL`;

  const value = comparable(field.type, filter);
  if (field.type === "yes-no") {
    return `(r.data @> jsonb_build_object(${name}, true)) = ${parameters.add(value)}::boolean`;
  }
  if (typeof value === "number") {
    return `r.data->${name} ${COMPARISONS[operator]} to_jsonb(${parameters.add(value)}::numeric)`;
  }
  if (field.type === "date" || field.type === "date-time") {
    return `(r.data->>${name}) COLLATE "C" ${COMPARISONS[operator]} ${parameters.add(value)}::text`;
  }
  const text = `lower(r.data->>${name})`;
  const texts = [value].flat().map((one) => String(one).toLowerCase());
  if (operator === "is") return `${text} = ANY(${parameters.add(texts)}::text[])`;
  if (operator === "is-not") return `(${text} = ANY(${parameters.add(texts)}::text[])) IS NOT TRUE`;
  const pattern = `${operator === "contains" ? "%" : ""}${escapeLike(texts[0] ?? "")}%`;
  return `${text} LIKE ${parameters.add(pattern)}`;
}

const COMPARISONS: Partial<Record<FilterOperator, string>> = {
  is: "=",
  less: "<",
  "at-most": "<=",
  more: ">",
  "at-least": ">=",
};

/** The filter's value in the form in which the field is stored. */
function comparable(type: FieldType, filter: RecordFilter): string | number | boolean | string[] {
  const { value } = filter;
  switch (type) {
    case "yes-no":
      if (typeof value === "boolean") return value;
      break;
    case "number":
    case "currency":
      if (typeof value === "number") return value;
      break;
    case "date":
      if (parseDate(value)) return value;
      break;
    case "date-time": {
      const instant = parseDateTime(value);
      if (instant) return instant;
      break;
    }
    default: {
      const takesMany = filter.operator === "is" || filter.operator === "is-not";
      const fits = Array.isArray(value)
        ? takesMany && value.every(isStorableText)
        : typeof value === "string" && isStorableText(value);
      if (fits && value !== undefined) return value;
    }
  }
  throw misfit(filter, "filter_value");
}

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, "\\$&");

const misfit = (filter: RecordFilter, reason: string) =>
  new AppError(
    "BAD_REQUEST",
    { reason, field: filter.field, operator: filter.operator },
    { details: { field: filter.field, operator: filter.operator } },
  );
