import { expect, test } from "vitest";
import { displayValue } from "@/core/records/display-value";
import type { CrmField, FieldType } from "@/core/records/field-types";

const show = (type: FieldType, value: unknown, locale = "en", extras: Partial<CrmField> = {}) =>
  displayValue({ apiName: "F", label: "F", type, required: false, unique: false, ...extras }, value, {
    locale,
    timeZone: "Europe/Paris",
    words: { yes: "Yes", no: "No" },
    lookupName: "Acme",
  }).replaceAll(/[\u00a0\u202f]/g, " ");

test.each<[FieldType, unknown, string, string]>([
  ["text", null, "en", ""],
  ["text", "a  b", "en", "a  b"],
  ["number", 1234567.5, "en", "1,234,567.5"],
  ["number", 0, "en", "0"],
  ["currency", 1200, "en", "€1,200"],
  ["currency", 1200.5, "fr", "1 200,50 €"],
  ["date", "2026-03-14", "en", "Mar 14, 2026"],
  ["date", "2026-03-14", "fr", "14 mars 2026"],
  ["date-time", "2026-03-14T23:30:00.000Z", "en", "Mar 15, 2026, 12:30 AM"],
  ["yes-no", false, "en", "No"],
  ["lookup", "0192d3a4-5b6c-7d8e-9f01-23456789abcd", "en", "Acme"],
])("%s %j in %s reads %j", (type, value, locale, expected) => {
  expect(show(type, value, locale)).toBe(expected);
});
