import { expect, it } from "vitest";
import { lower } from "@/core/compiler/lower/lower";

it("gives a formula that mentions variables the step's, on the same line", () => {
  const lowered = lower(
    `export default async (run: Run) => {
  const a = await run.set("a", () => ({ shop: variables.url, plain: 1 }));
  const b = await run.set("b", () => ({ variables }));
  const c = await run.set("c", () => a.list.map((variables) => variables.x));
  return run.return("d", () => c);
};
`,
    [],
  );
  expect(lowered.split("\n").slice(1, 5)).toEqual([
    '  const a = await run.set("a", ($s, { variables } = $s) => ({ shop: variables.url, plain: 1 }));',
    '  const b = await run.set("b", ($s, { variables } = $s) => ({ variables }));',
    '  const c = await run.set("c", ($s, { variables } = $s) => a.list.map((variables) => ($s.t(), variables.x)));',
    '  return run.return("d", ($s) => c);',
  ]);
});

it("gives the conditions of a start the variables they mention", () => {
  const lowered = lower(
    `export function match(start: any): "big" | "otherwise" {
  if (start.amount > variables.limit) return "big";
  return "otherwise";
}
`,
    [],
  );
  expect(lowered.split("\n")[0]).toBe('(() => { "use strict"; const $match = ($s, { variables } = $s) => (start) => {');
});

it("lends code what it mentions of its step", () => {
  const lowered = lower(
    `async function a(input) {
  await store.set("seen", variables.limit);
}
`,
    [],
  );
  expect(lowered.split("\n")[0]).toContain("const { store, variables } = $s; return async (input) => {");
});
