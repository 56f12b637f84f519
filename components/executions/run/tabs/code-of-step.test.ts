import { expect, test } from "vitest";
import { codeOfStep } from "@/components/executions/run/tabs/code-of-step";

const code = {
  typescript: [
    "// Count up",
    "const counted = await run.code(",
    "  let n = 0;",
    "  throw new Error();",
    ");",
    "other();",
  ].join("\n"),
  lineMap: [
    { from: 1, to: 2, nodeId: "code", part: "config" as const },
    { from: 3, to: 4, nodeId: "code", part: "code" as const, userLine: 1 },
    { from: 5, to: 5, nodeId: "code", part: "config" as const },
    { from: 6, to: 6, nodeId: "other", part: "config" as const },
  ],
};

test("a step's code is its own lines of the module", () => {
  expect(codeOfStep(code, "code", null).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
});

test("the line of the user's own text that failed is marked in the module", () => {
  expect(codeOfStep(code, "code", 2).filter(({ failed }) => failed)).toEqual([
    { number: 4, text: "  throw new Error();", failed: true },
  ]);
});
