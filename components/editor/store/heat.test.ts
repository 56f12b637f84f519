import { expect, test } from "vitest";
import { heatOf } from "@/components/editor/store/heat";
import type { JournalStep } from "@/core/execution/journal";

const row = (nodeId: string, path: string, attempt: number, statements: number) =>
  ({ nodeId, path, attempt, statements }) as JournalStep;

test("a step's share counts every round and every try", () => {
  const heat = heatOf([
    row("start", "", 1, 1),
    row("each", "0", 1, 20),
    row("each", "1", 1, 10),
    row("each", "1", 2, 9),
  ]);
  expect(heat.total).toBe(40);
  expect(heat.shareOf("each")).toBeCloseTo(39 / 40);
  expect(heat.shareOf("never")).toBe(0);
});

test("a run without an instruction is cold", () => {
  expect(heatOf([]).shareOf("start")).toBe(0);
});
