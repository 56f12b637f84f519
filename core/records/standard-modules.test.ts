import { expect, test } from "vitest";
import { FIELD_TYPES } from "@/core/records/field-types";
import { STANDARD_MODULES } from "@/core/records/standard-modules";

const fields = STANDARD_MODULES.flatMap((crmModule) => crmModule.fields.map((field) => ({ crmModule, field })));

test("every field type is used", () => {
  expect(new Set(fields.map(({ field }) => field.type))).toEqual(new Set(FIELD_TYPES));
});

test("lookups point into modules that exist, pick lists offer choices, names are made of fields", () => {
  const modules = STANDARD_MODULES.map((crmModule) => crmModule.apiName);
  for (const { field } of fields) {
    if (field.type === "lookup") expect(modules).toContain(field.lookupModule);
    if (field.type === "pick-list") expect(field.options?.length).toBeGreaterThan(1);
    if (field.type === "pick-list" && field.initialValue) expect(field.options).toContain(field.initialValue);
  }
  for (const { apiName, nameFields, fields } of STANDARD_MODULES) {
    expect(fields.map((field) => field.apiName)).toEqual(expect.arrayContaining(nameFields));
    expect(new Set(fields.map((field) => field.apiName)).size, apiName).toBe(fields.length);
  }
});
