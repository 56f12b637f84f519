import { expect, test } from "vitest";
import { tellsOfAutomation } from "@/core/execution/failures-in-row";

test.each([
  ["succeeded", null, "succeeded"],
  ["failed", "HTTP_STATUS", "failed"],
  ["timed-out", "TIME_LIMIT", "failed"],
  ["failed", "DAY_LIMIT", null],
  ["failed", "INTERNAL", null],
  ["canceled", "CANCELED", null],
  ["waiting", null, null],
] as const)("an execution that ended as %s with %s tells of its automation: %s", (status, code, told) => {
  expect(tellsOfAutomation(status, code && { code })).toBe(told);
});
