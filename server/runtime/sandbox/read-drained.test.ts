import { expect, it } from "vitest";
import { FUNCTION_ORDINAL } from "@/server/runtime/sandbox/mark";
import { readDrained } from "@/server/runtime/sandbox/read-drained";

const end = {
  ...{ type: "end", end: "returned", output: { a: [1] }, error: null },
  ...{ handledFailures: 0, statements: 3, planned: [] },
};
const effect = { id: 1, nodeId: "n1", path: "", attempt: 1, ordinal: 0, kind: "call", request: { url: "x" } };
const read = (header: unknown, steps = "[]") => readDrained(Buffer.from(`${JSON.stringify(header)}\n${steps}`));

it("reads how a call ended, and keeps the steps as text", () => {
  expect(read(end, '[{"nodeId":"a"}]')).toEqual({ ...end, steps: '[{"nodeId":"a"}]' });
  const error = { code: "CODE_THREW", params: {}, message: "no", nodeId: "n1", lines: [4], status: 500 };
  expect(read({ ...end, end: "failed", error })).toMatchObject({ end: "failed", error });
});

it("reads what effects are asked for", () => {
  const asked = { type: "effects", effects: [{ ...effect, policy: { timeLimitMs: 5 } }], dropped: [2] };
  expect(read(asked)).toEqual({ ...asked, steps: "[]" });
  const mayCall = { ...asked, effects: [{ ...effect, ordinal: FUNCTION_ORDINAL, kind: "function", request: null }] };
  expect(read(mayCall)).toEqual({ ...mayCall, steps: "[]" });
});

it.each([
  ["another end", { ...end, end: "won" }],
  ["no count of statements", { ...end, statements: "many" }],
  ["effects that are none", { type: "effects", effects: [{ ...effect, ordinal: FUNCTION_ORDINAL - 1 }], dropped: [] }],
  ["an effect without a place", { type: "effects", effects: [{ ...effect, path: 1 }], dropped: [] }],
  ["something else", { type: "hello" }],
])("refuses %s", (_name, header) => {
  expect(() => read(header)).toThrow();
});
