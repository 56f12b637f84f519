import { expect, test } from "vitest";
import { fromShown, toShown } from "@/core/execution/limit-display";

test("people read seconds and megabytes where milliseconds and bytes are kept", () => {
  expect(toShown(40_000, "seconds")).toBe(40);
  expect(toShown(67_108_864, "megabytes")).toBe(64);
  expect(fromShown("2.5", "seconds")).toBe(2_500);
  expect(fromShown("10,000", "count")).toBe(10_000);
});

test.each(["", "ten", "-1", "1e9", "1.2.3", "Infinity"])("“%s” is no limit", (text) => {
  expect(fromShown(text, "count")).toBeNull();
});
