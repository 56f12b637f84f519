import { expect, it } from "vitest";
import type { LineSpan } from "@/core/compiler/program";
import { placeError } from "@/server/runtime/place-error";

const LINE_MAP: LineSpan[] = [
  { from: 1, to: 30, nodeId: null, part: "config" },
  { from: 3, to: 9, nodeId: null, part: "function", functionName: "buildSubscriber", userLine: 1 },
  { from: 12, to: 20, nodeId: "n2", part: "config" },
  { from: 14, to: 14, nodeId: "n2", part: "config", field: "values.email" },
  { from: 22, to: 28, nodeId: "n3", part: "code", userLine: 5 },
];
const error = { code: "CODE_THREW", params: {}, message: "no" } as const;

it("finds the line in a function, and names it", () => {
  const placed = placeError({ ...error, nodeId: "n2", lines: [5, 14] }, LINE_MAP);
  expect(placed).toEqual({ ...error, nodeId: "n2", line: 3, params: { function: "buildSubscriber" } });
});

it("finds the line in the code of a node", () => {
  expect(placeError({ ...error, nodeId: "n3", lines: [23] }, LINE_MAP)).toMatchObject({ line: 6 });
});

it("finds the setting whose formula failed", () => {
  expect(placeError({ ...error, lines: [14] }, LINE_MAP)).toEqual({ ...error, nodeId: "n2", field: "values.email" });
});

it("leaves an error without lines as it is", () => {
  expect(placeError(error, LINE_MAP)).toEqual(error);
});
