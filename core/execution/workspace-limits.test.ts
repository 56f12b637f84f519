import { expect, test } from "vitest";
import { LIMITS, limitsFor } from "@/core/execution/limits";
import {
  DEFAULT_LIMITS,
  LIMIT_NAMES,
  LimitChanges,
  SETTABLE_LIMITS,
  workspaceLimitsOf,
} from "@/core/execution/workspace-limits";

test("every default lies within the bounds of what may be set", () => {
  const outside = LIMIT_NAMES.filter((name) => {
    const { least, most } = SETTABLE_LIMITS[name];
    return DEFAULT_LIMITS[name] < least || DEFAULT_LIMITS[name] > most;
  });
  expect(outside).toEqual([]);
});

test("a workspace that has set nothing runs under the table", () => {
  expect(limitsFor("workflow", workspaceLimitsOf(null))).toEqual(limitsFor("workflow"));
  expect(workspaceLimitsOf({})["perDay.functionCalls"]).toBe(LIMITS.perDay.functionCalls);
});

test("what a workspace sets is what its executions run under", () => {
  const own = workspaceLimitsOf({ "activeTimeMs.button": 20_000, statementsPerCall: 7_000 });
  expect(limitsFor("button", own)).toMatchObject({ activeTimeMs: 20_000, statementsPerCall: 7_000 });
  expect(limitsFor("api", own)).toMatchObject({ activeTimeMs: LIMITS.activeTimeMs.api });
});

test.each([
  ["below the least", { statementsPerCall: 0 }],
  ["above the most", { memoryBytes: 1_073_741_824 }],
  ["a part of one", { "perDay.mails": 1.5 }],
  ["a text", { httpTimeMs: "40" }],
  ["a limit that cannot be set", { jsonDepth: 3 }],
])("a change %s is refused", (_what, changes) => {
  expect(LimitChanges.safeParse(changes).success).toBe(false);
});

test("a stored value from before its bounds were drawn closer counts as the nearest one allowed", () => {
  expect(workspaceLimitsOf({ memoryBytes: 1_073_741_824 }).memoryBytes).toBe(SETTABLE_LIMITS.memoryBytes.most);
  expect(workspaceLimitsOf({ memoryBytes: "much", toString: 3 }).memoryBytes).toBe(DEFAULT_LIMITS.memoryBytes);
});
