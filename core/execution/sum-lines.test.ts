import { expect, test } from "vitest";
import { sumLines } from "@/core/execution/sum-lines";

test("the turns of a step are counted together, line by line", () => {
  expect(sumLines([{ code: { 1: 1, 2: 5 } }, null, { code: { 2: 2, 3: 1 } }])).toEqual({ code: { 1: 1, 2: 7, 3: 1 } });
  expect(sumLines([null, null])).toBeNull();
});
