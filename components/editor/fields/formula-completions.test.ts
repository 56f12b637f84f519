import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { formulaCompletions } from "@/components/editor/fields/formula-completions";
import { STANDARD_MODULES } from "@/core/records/standard-modules";

const complete = formulaCompletions(
  [
    { name: "lead", label: "Find the lead", type: "Lead" },
    { name: "total", label: "Total", type: '{ sum: number; lines: { sku: string }[]; "of day": string }' },
  ],
  { modules: [...STANDARD_MODULES] },
);

const offered = (doc: string) => {
  const result = complete(new CompletionContext(EditorState.create({ doc }), doc.length, true));
  return result && { from: result.from, labels: result.options.map(({ label }) => label) };
};

test("a formula is offered the steps in scope with their types, and the globals", () => {
  const labels = offered("to")?.labels ?? [];
  expect(labels.slice(0, 2)).toEqual(["lead", "total"]);
  expect(labels).toContain("Math");
  expect(labels).toContain("http");
});

test("after a dot, what the value has", () => {
  expect(offered("lead.")?.labels).toContain("Email");
  expect(offered("1 + total.")?.labels).toEqual(["sum", "lines", "of day"]);
  expect(offered("total.lines[0].s")).toEqual({ from: 15, labels: ["sku"] });
  expect(offered("lead?.Email?.to")?.labels).toContain("toLowerCase");
  expect(offered("total.lines.")?.labels).toContain("map");
  expect(offered("Math.")?.labels).toContain("round");
  expect(offered("dates.")?.labels).toContain("today");
  expect(offered("records.")?.labels).toEqual(["get", "create", "update"]);
});

test("nothing after the dot of what nobody knows", () => {
  expect(offered("mystery.")).toBeNull();
  expect(offered("lead.Email.length.more.")).toBeNull();
});
