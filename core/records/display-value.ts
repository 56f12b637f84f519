import type { CrmField, FieldType } from "@/core/records/field-types";

export interface DisplayOptions {
  /** BCP 47: "en", "fr-FR". */
  locale: string;
  /** IANA time zone for date-times. */
  timeZone: string;
  /** The words for a yes/no field. */
  words: { yes: string; no: string };
  /** The name of the record a lookup points at. */
  lookupName?: string;
}

/**
 * A stored value as a person of this locale reads it.
 *
 * @returns "" for an empty field
 */
export function displayValue(field: CrmField, value: unknown, options: DisplayOptions): string {
  if (value === null || value === undefined || value === "") return "";
  return DISPLAY[field.type](value, field, options);
}

const asText = (value: unknown) => String(value);

const DISPLAY: Record<FieldType, (value: unknown, field: CrmField, options: DisplayOptions) => string> = {
  text: asText,
  "multi-line": asText,
  email: asText,
  phone: asText,
  url: asText,
  "pick-list": asText,
  number: (value, _field, { locale }) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(Number(value)),
  currency: (value, field, { locale }) =>
    new Intl.NumberFormat(locale, {
      style: "currency",
      currency: field.currency ?? "EUR",
      ...(Number.isInteger(value) ? { maximumFractionDigits: 0 } : {}),
    }).format(Number(value)),
  // A day has no zone: it is read and shown in UTC, so nobody sees the day before.
  date: (value, _field, { locale }) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(
      new Date(`${String(value)}T00:00:00Z`),
    ),
  "date-time": (value, _field, { locale, timeZone }) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(
      new Date(String(value)),
    ),
  "yes-no": (value, _field, { words }) => (value === true ? words.yes : words.no),
  lookup: (value, _field, { lookupName }) => lookupName ?? asText(value),
};
