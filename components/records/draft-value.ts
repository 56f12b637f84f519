import type { CrmField } from "@/core/records/field-types";
import type { RecordData } from "@/core/records/validate-record";

/** What a form's control holds: text as typed, a switch, or nothing. */
export type DraftValue = string | boolean | null;

/** @returns what the field's control shows for a stored value. */
export function draftValue(field: CrmField, value: RecordData[string] | undefined): DraftValue {
  if (field.type === "yes-no") return value === true;
  if (value === null || value === undefined) return field.type === "lookup" || field.type === "pick-list" ? null : "";
  if (field.type === "date-time") return localDateTime(new Date(String(value)));
  return String(value);
}

/** @returns the value to store for what a control holds; text that is no number stays text, and is refused with a reason. */
export function typedValue(field: CrmField, draft: DraftValue): RecordData[string] {
  if (draft === null || draft === "") return null;
  if (typeof draft === "boolean") return draft;
  switch (field.type) {
    case "number":
    case "currency":
      return parseNumber(draft);
    case "date-time":
      return Number.isNaN(Date.parse(draft)) ? draft : new Date(draft).toISOString();
    default:
      return draft;
  }
}

/** "1,234.5", "1 234.5" and "1234.5" are one number; anything else is given back as it is. */
function parseNumber(text: string): number | string {
  const plain = text.replace(/[\s']/g, "").replace(/,(?=\d{3}(\D|$))/g, "");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text;
}

/** The form in which `<input type="datetime-local">` takes an instant: local time without a zone. */
function localDateTime(instant: Date): string {
  const local = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
