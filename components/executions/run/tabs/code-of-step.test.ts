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
  expect(codeOfStep(code, "code", null, null).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
});

test("the line of the user's own text that failed is marked in the module", () => {
  expect(codeOfStep(code, "code", 2, null).filter(({ failed }) => failed)).toEqual([
    { number: 4, text: "  throw new Error();", failed: true, count: null },
  ]);
});

test("each line of the user's text has its count, whatever stands above it in the module", () => {
  const lines = codeOfStep(code, "code", null, { code: { 1: 1, 2: 7 } });
  expect(lines.map(({ number, count }) => [number, count])).toEqual([
    [1, null],
    [2, null],
    [3, 1],
    [4, 7],
    [5, null],
  ]);
});

test("a step that called a function shows the function with its counts", () => {
  const typescript = `${code.typescript}\nconst double = (() => {\nexport\n})();`;
  const span = { from: 8, to: 8, nodeId: null, part: "function" as const, functionName: "double", userLine: 1 };
  const lines = codeOfStep({ typescript, lineMap: [...code.lineMap, span] }, "other", null, {
    "function:double": { 1: 3 },
  });
  expect(lines.map(({ number, count }) => [number, count])).toEqual([
    [6, null],
    [8, 3],
  ]);
});
