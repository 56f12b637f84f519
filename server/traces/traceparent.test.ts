import { expect, test } from "vitest";
import { readTraceparent, traceOf } from "@/server/traces/traceparent";

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const GIVEN = `00-${TRACE}-b7ad6b7169203331-01`;

test("a caller's trace context is read; what is none costs only the trace", () => {
  expect(readTraceparent(GIVEN)).toBe(GIVEN);
  expect(readTraceparent(`cc${GIVEN.slice(2)}-what-a-later-version-adds`)).toBe(`cc${GIVEN.slice(2)}`);
  const wrong = [
    undefined,
    "",
    [GIVEN, GIVEN],
    `ff${GIVEN.slice(2)}`,
    `00-${"0".repeat(32)}-b7ad6b7169203331-01`,
    `00-${TRACE}-${"0".repeat(16)}-01`,
    GIVEN.toUpperCase(),
    GIVEN.slice(1),
    `${GIVEN}-${"x".repeat(500)}`,
  ];
  expect(wrong.map((header) => readTraceparent(header))).toEqual(wrong.map(() => null));
});

test("an execution is part of its caller's trace, or one with its own id", () => {
  expect(traceOf("0192a000-0000-7000-8000-000000000001", GIVEN)).toEqual({
    traceId: TRACE,
    parentSpanId: "b7ad6b7169203331",
    isSampled: true,
  });
  expect(traceOf("0192a000-0000-7000-8000-000000000001", `${GIVEN.slice(0, -1)}0`).isSampled).toBe(false);
  expect(traceOf("0192a000-0000-7000-8000-000000000001", null)).toEqual({
    traceId: "0192a000000070008000000000000001",
    parentSpanId: null,
    isSampled: true,
  });
});
