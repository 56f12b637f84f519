import { expect, test } from "vitest";
import { viewCentre } from "@/components/executions/run/view-centre";

const drawing = { start: 0, size: 2000 };

test("a step in the middle is centred, one at an end is seen with as many others as fit", () => {
  expect(viewCentre(1000, drawing, 600)).toBe(1000);
  expect(viewCentre(1900, drawing, 600)).toBe(2032 - 300);
  expect(viewCentre(100, drawing, 600)).toBe(-32 + 300);
});

test("a drawing that fits is in the middle whichever step is chosen", () => {
  expect(viewCentre(100, drawing, 3000)).toBe(1000);
  expect(viewCentre(1900, drawing, 3000)).toBe(1000);
});
