import type { CrmField, CrmModule, FieldType } from "@/core/records/field-types";

const MOST = 6;

/** How many fields of a type are worth a column before another type is. */
const WORTH: Record<FieldType, number> = {
  email: 1,
  text: 1,
  "pick-list": 3,
  lookup: 2,
  currency: 1,
  date: 1,
  phone: 1,
  "date-time": 1,
  number: 0,
  "yes-no": 0,
  url: 0,
  "multi-line": 0,
};

/** @returns the fields a list shows beside the name until a person chooses others, in the module's order. */
export function defaultColumns(crmModule: CrmModule): CrmField[] {
  const candidates = crmModule.fields.filter((field) => !crmModule.nameFields.includes(field.apiName));
  const chosen = new Set<CrmField>();
  for (const [type, most] of Object.entries(WORTH)) {
    for (const field of candidates.filter((candidate) => candidate.type === type).slice(0, most)) {
      if (chosen.size < MOST) chosen.add(field);
    }
  }
  return candidates.filter((field) => chosen.has(field));
}
