import { capitalize, identifierFrom, uniqueName } from "@/core/graph/names";
import type { CrmField, CrmModule, FieldType } from "@/core/records/field-types";
import { RESERVED_NAMES } from "@/core/values/reserved-names";
import { keyCode } from "@/core/values/value-code";

const LINE_WIDTH = 120;

const TYPESCRIPT: Record<FieldType, string> = {
  text: "string",
  "multi-line": "string",
  email: "string",
  phone: "string",
  url: "string",
  number: "number",
  currency: "number",
  date: "string",
  "date-time": "string",
  "yes-no": "boolean",
  "pick-list": "string",
  lookup: "string",
};

/** @returns the name of the interface that stands for a record of this module in compiled code: "Lead" */
export function recordTypeName(modules: readonly CrmModule[], apiName: string): string {
  const taken: string[] = [];
  for (const module of modules) {
    const base = capitalize(identifierFrom(module.singular, "record"));
    const name = uniqueName(RESERVED_NAMES.has(base) || base === "Record" ? `${base}Record` : base, taken);
    if (module.apiName === apiName) return name;
    taken.push(name);
  }
  return "{ id: string; [field: string]: unknown }";
}

/** @returns the interface of a module's records as TypeScript lines */
export function recordInterface(modules: readonly CrmModule[], module: CrmModule): string[] {
  const fields = module.fields.flatMap((field) => fieldLines(keyCode(field.apiName), fieldTypes(field)));
  return [`interface ${recordTypeName(modules, module.apiName)} {`, "  id: string;", ...fields, "}"];
}

/** One line, or one for each type it may have where that would be too long. */
function fieldLines(key: string, types: string[]): string[] {
  const flat = `  ${key}: ${types.join(" | ")};`;
  if (flat.length <= LINE_WIDTH) return [flat];
  return [`  ${key}:`, ...types.map((type, index) => `    | ${type}${index < types.length - 1 ? "" : ";"}`)];
}

/** @returns the TypeScript types one field's value may have */
function fieldTypes(field: CrmField): string[] {
  const types =
    field.type === "pick-list" && field.options && field.options.length > 0
      ? field.options.map((option) => JSON.stringify(option))
      : [TYPESCRIPT[field.type]];
  return field.required ? types : [...types, "null"];
}
