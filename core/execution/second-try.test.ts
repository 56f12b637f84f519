import { expect, test } from "vitest";
import { deservesSecondTry } from "@/core/execution/second-try";

const FAILED = {
  status: "failed",
  error: { code: "HTTP_STATUS_RETRYABLE" },
  mode: "live",
  attempt: 1,
  awaited: false,
} as const;

test("a failure that may pass is tried a second time where nobody waits", () => {
  expect(deservesSecondTry(FAILED)).toBe(true);
});

test.each(["HTTP_TIMEOUT", "HTTP_UNREACHABLE", "STEP_TIME_LIMIT", "WORKER_LOST"] as const)("so is %s", (code) => {
  expect(deservesSecondTry({ ...FAILED, error: { code } })).toBe(true);
});

test.each([
  ["one that somebody waits for", { awaited: true }],
  ["the second try", { attempt: 2 }],
  ["a test", { mode: "test" }],
  ["one that a person stopped", { status: "canceled", error: { code: "CANCELED" } }],
  ["one that ran out of time", { status: "timed-out", error: { code: "TIME_LIMIT" } }],
  ["a refusal of the data", { error: { code: "HTTP_STATUS" } }],
  ["code that threw", { error: { code: "CODE_THREW" } }],
  ["one refused by a day's limit", { error: { code: "DAY_LIMIT" } }],
  ["a success", { status: "succeeded", error: null }],
] as const)("%s is not", (_what, facts) => {
  expect(deservesSecondTry({ ...FAILED, ...facts })).toBe(false);
});
