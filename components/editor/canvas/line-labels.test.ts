import { describe, expect, test } from "vitest";
import { labelShifts } from "@/components/editor/canvas/label-shifts";
import { timesTaken } from "@/components/editor/canvas/line-state";
import type { JournalStep } from "@/core/execution/journal";

describe("the words of lines", () => {
  test("two branches into the same step stand below each other, in the order of the branches", () => {
    const otherwise = { from: "check", handle: "otherwise", to: "end" };
    const first = { from: "check", handle: "branch1", to: "end" };
    const alone = { from: "start", handle: "then", to: "check" };
    const shifts = labelShifts([alone, otherwise, first]);
    expect(shifts.get(first)).toBe(-12);
    expect(shifts.get(otherwise)).toBe(12);
    expect(shifts.has(alone)).toBe(false);
  });
});

describe("how often a line was taken", () => {
  const turn = (nodeId: string, path: string, more: Partial<JournalStep> = {}) =>
    ({ nodeId, path, attempt: 1, status: "succeeded", handled: false, ...more }) as JournalStep;
  const steps = [
    turn("loop", ""),
    turn("check", "0", { handle: "branch1" }),
    turn("check", "1", { handle: "otherwise" }),
    turn("check", "2", { handle: "branch1" }),
    turn("send", "0", { status: "failed", handled: true }),
    turn("send", "2"),
  ];

  test("each branch counts its own rounds", () => {
    expect(timesTaken({ steps }, { from: "check", handle: "branch1", to: "send" })).toBe(2);
    expect(timesTaken({ steps }, { from: "check", handle: "otherwise", to: "end" })).toBe(1);
  });

  test("a loop's line into its body counts the rounds, and its failures take their own line", () => {
    expect(timesTaken({ steps }, { from: "loop", handle: "each", to: "check" })).toBe(3);
    expect(timesTaken({ steps }, { from: "send", handle: "error", to: "log" })).toBe(1);
    expect(timesTaken({ steps }, { from: "send", handle: "then", to: "log" })).toBe(1);
  });

  test("before a run, none", () => {
    expect(timesTaken(null, { from: "loop", handle: "each", to: "check" })).toBe(0);
  });
});
