import { afterAll, beforeAll, expect, it } from "vitest";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let builder: Caller;

beforeAll(async () => {
  test = await createTestApp();
  builder = await createCaller(test, "builder");
});
afterAll(() => test.close());

it.each([
  ["lead.Amount * 2 + 1", { value: 21 }],
  ["({ upper: lead.Name.toUpperCase() })", { value: { upper: "ADA" } }],
  ["lists.sortBy(lead.Tags, (tag) => tag, 'descending')[0]", { value: "b" }],
  ["lead.Missing.deeper", { problem: expect.stringContaining("undefined") }],
  ["while (true) {}", null],
  ["other.value", null],
  ["lead.", null],
  ["run.return('x', () => 1)", null],
  ["[...Array(6000).keys()].map((n) => n).length", null],
])("%s", async (code, expected) => {
  const data = { lead: { Amount: 10, Name: "Ada", Tags: ["a", "b"] } };
  const preview = await builder.api.automations.previewFormula({ code, data });
  expect(preview).toEqual(expected);
});
