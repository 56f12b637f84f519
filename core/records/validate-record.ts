import { FIELD_RULES, type ProblemCode } from "@/core/records/field-rules";
import type { CrmField, CrmModule } from "@/core/records/field-types";
import { nearestName } from "@/core/records/nearest-name";
import type { Json } from "@/core/values/json";
import { storableText } from "@/core/values/storable-text";

/** Field values by API name, as stored; an empty field is null. */
export type RecordData = Record<string, string | number | boolean | null>;

/** Why one field of a write is refused. Its sentence is the message `records.problems.<code>` with `params`. */
export interface RecordProblem {
  /** The field's API name as it was written. */
  field: string;
  code: ProblemCode;
  params: Record<string, Json>;
}

/**
 * Checks field values by API name. Nothing is changed in silence: text stays as typed, and what cannot be stored is a
 * problem. Two spellings of one value become one: "" is an empty field (null), a date-time becomes the same instant in UTC.
 *
 * @param kind `create` asks for every required field; `update` looks at the given fields alone
 * @returns the values to store (of the fields without a problem) and every problem, in the order of the data
 */
export function validateRecord(
  crmModule: CrmModule,
  data: Readonly<Record<string, unknown>>,
  kind: "create" | "update",
): { data: RecordData; problems: RecordProblem[] } {
  const fields = new Map(crmModule.fields.map((field) => [field.apiName, field]));
  const valid: RecordData = {};
  const problems: RecordProblem[] = [];

  for (const [name, value] of Object.entries(data)) {
    const field = fields.get(name);
    if (!field) {
      problems.push(unknownField(crmModule, name));
      continue;
    }
    const checked = validateField(field, value);
    if ("problem" in checked) problems.push(checked.problem);
    else valid[name] = checked.value;
  }
  if (kind === "create") {
    for (const field of crmModule.fields) {
      if (field.required && !Object.hasOwn(data, field.apiName)) problems.push(problem(field, "REQUIRED"));
    }
  }
  return { data: valid, problems };
}

/** Checks one value against its field: the value to store, or the problem. */
export function validateField(
  field: CrmField,
  value: unknown,
): { value: string | number | boolean | null } | { problem: RecordProblem } {
  if (value === null || value === undefined || value === "") {
    return field.required ? { problem: problem(field, "REQUIRED") } : { value: null };
  }
  const result = FIELD_RULES[field.type](value, field);
  return result.ok ? { value: result.value } : { problem: problem(field, result.code, result.params) };
}

/** Builds the problem of a field, with its label for the sentence. */
export const problem = (field: CrmField, code: ProblemCode, params: Record<string, Json> = {}): RecordProblem => ({
  field: field.apiName,
  code,
  params: { label: field.label, ...params },
});

function unknownField(crmModule: CrmModule, written: string): RecordProblem {
  const names = crmModule.fields.map((field) => field.apiName);
  const byLabel = crmModule.fields.find((field) => field.label.toLowerCase() === written.toLowerCase());
  const hint = nearestName(written, names) ?? byLabel?.apiName ?? "";
  const shown = storableText(written.slice(0, 80));
  return { field: shown, code: "UNKNOWN_FIELD", params: { label: shown, module: crmModule.plural, hint } };
}
