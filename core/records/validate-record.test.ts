import { describe, expect, test } from "vitest";
import type { CrmField, CrmModule, FieldType } from "@/core/records/field-types";
import { validateRecord } from "@/core/records/validate-record";

const field = (apiName: string, type: FieldType, extras: Partial<CrmField> = {}): CrmField => ({
  apiName,
  label: apiName.replaceAll("_", " "),
  type,
  required: false,
  unique: false,
  ...extras,
});

const people: CrmModule = {
  apiName: "People",
  singular: "Person",
  plural: "People",
  nameFields: ["First_Name", "Last_Name"],
  fields: [
    field("First_Name", "text"),
    field("Last_Name", "text", { required: true }),
    field("Notes", "multi-line"),
    field("Email", "email"),
    field("Phone", "phone"),
    field("Website", "url"),
    field("Age", "number"),
    field("Budget", "currency", { currency: "EUR" }),
    field("Born", "date"),
    field("Called", "date-time"),
    field("Vip", "yes-no"),
    field("Status", "pick-list", { options: ["New", "Lost"] }),
    field("Account", "lookup", { lookupModule: "Accounts" }),
  ],
};

const check = (data: Record<string, unknown>) => {
  const { data: valid, problems } = validateRecord(people, data, "update");
  return problems.length > 0 ? problems.map(({ field, code }) => `${field}: ${code}`).join(", ") : valid;
};

describe("a value is stored as it was typed", () => {
  test.each<[string, unknown]>([
    ["First_Name", "  Zoë  "],
    ["First_Name", "李小龍"],
    ["First_Name", "🦊"],
    ["Notes", "first line\nsecond line"],
    ["Email", "maria@rossi.it"],
    ["Email", "maria@rossi"],
    ["Email", "jörg.müller+crm@müller.example"],
    ["Phone", "+39 06 555-01 23"],
    ["Phone", "(020) 7946 0018 ext. 12"],
    ["Website", "rossi.it/contatti"],
    ["Website", "https://rossi.it:8443/a?b=c#d"],
    ["Age", 0],
    ["Age", -12.5],
    ["Budget", 19.99],
    ["Born", "2024-02-29"],
    ["Vip", false],
    ["Status", "Lost"],
    ["Account", "0192d3a4-5b6c-7d8e-9f01-23456789abcd"],
  ])("%s = %j", (name, value) => {
    expect(check({ [name]: value })).toEqual({ [name]: value });
  });
});

describe("a value that does not fit is refused with its reason", () => {
  test.each<[string, unknown, string]>([
    ["First_Name", 12, "NOT_TEXT"],
    ["First_Name", ["Ana"], "NOT_TEXT"],
    ["First_Name", "a\nb", "LINE_BREAK"],
    ["First_Name", "nul \u0000 inside", "BAD_TEXT"],
    ["First_Name", "half an emoji \ud83e", "BAD_TEXT"],
    ["Last_Name", "", "REQUIRED"],
    ["Last_Name", null, "REQUIRED"],
    ["Email", "maria", "BAD_EMAIL"],
    ["Email", "maria@", "BAD_EMAIL"],
    ["Email", "maria rossi@rossi.it", "BAD_EMAIL"],
    ["Email", "maria@-rossi.it", "BAD_EMAIL"],
    ["Phone", "call me", "BAD_PHONE"],
    ["Phone", "12", "BAD_PHONE"],
    ["Website", "javascript:alert(1)", "BAD_URL"],
    ["Website", "ftp://rossi.it", "BAD_URL"],
    ["Website", "rossi", "BAD_URL"],
    ["Age", "12", "NOT_A_NUMBER"],
    ["Age", Number.NaN, "NOT_A_NUMBER"],
    ["Age", 1e16, "TOO_LARGE"],
    ["Born", "2023-02-29", "BAD_DATE"],
    ["Born", "14/03/2026", "BAD_DATE"],
    ["Called", "2026-03-14 09:30", "BAD_DATE_TIME"],
    ["Called", "2026-03-14T09:30:00", "BAD_DATE_TIME"],
    ["Called", "2026-03-14T25:30:00Z", "BAD_DATE_TIME"],
    ["Vip", "true", "NOT_YES_OR_NO"],
    ["Status", "lost", "NOT_AN_OPTION"],
    ["Account", "Acme", "BAD_LOOKUP"],
    ["__proto__x", "y", "UNKNOWN_FIELD"],
    ["constructor", "y", "UNKNOWN_FIELD"],
  ])("%s = %j: %s", (name, value, code) => {
    expect(check({ [name]: value })).toBe(`${name}: ${code}`);
  });
});

test("a text of one line holds 255 characters, a text of many lines 32,000", () => {
  expect(check({ First_Name: "x".repeat(256), Notes: "x".repeat(32_001) })).toBe(
    "First_Name: TOO_LONG, Notes: TOO_LONG",
  );
  expect(validateRecord(people, { First_Name: "x".repeat(255), Notes: "x".repeat(32_000) }, "update").problems).toEqual(
    [],
  );
});

test("an empty text is an empty field", () => {
  expect(check({ Email: "", Age: null, First_Name: undefined })).toEqual({ Email: null, Age: null, First_Name: null });
});

test("a date-time is stored as the same instant in UTC", () => {
  expect(check({ Called: "2026-03-14T09:30+01:00" })).toEqual({ Called: "2026-03-14T08:30:00.000Z" });
});

test("a new record needs every required field, a change only what it names", () => {
  expect(validateRecord(people, { Email: "a@b.it" }, "create").problems.map((one) => one.code)).toEqual(["REQUIRED"]);
  expect(validateRecord(people, { Email: "a@b.it" }, "update").problems).toEqual([]);
});

test.each([
  ["FirstName", "First_Name"],
  ["first_name", "First_Name"],
  ["Lastname", "Last_Name"],
  ["Emial", "Email"],
  ["Shoe_Size", ""],
])("an unknown field %s is answered with the name that was probably meant: %j", (written, hint) => {
  expect(validateRecord(people, { [written]: "x" }, "update").problems[0]?.params.hint).toBe(hint);
});

test("every problem of a write is told at once", () => {
  expect(check({ Email: "maria", Age: "old", FirstName: "Ana" })).toBe(
    "Email: BAD_EMAIL, Age: NOT_A_NUMBER, FirstName: UNKNOWN_FIELD",
  );
});

test("a long value is cut in the sentence, not in the middle of a character", () => {
  const { problems } = validateRecord(people, { Email: `${"x".repeat(78)}🦊🦊 no address` }, "update");
  expect(problems[0]?.params.value).toBe(`${"x".repeat(78)}…`);
});
