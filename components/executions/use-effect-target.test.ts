import { expect, test } from "vitest";
import { durationParts } from "@/components/executions/use-effect-target";

test("a wait is told in the units people use", () => {
  expect(durationParts(3_000)).toEqual([{ value: 3, unit: "second" }]);
  expect(durationParts(500)).toEqual([{ value: 0.5, unit: "second" }]);
  expect(durationParts(60_000)).toEqual([{ value: 1, unit: "minute" }]);
  expect(durationParts(93_600_000)).toEqual([
    { value: 1, unit: "day" },
    { value: 2, unit: "hour" },
  ]);
  expect(durationParts(259_200_000)).toEqual([{ value: 3, unit: "day" }]);
});
