import { expect, test } from "vitest";
import { retryAfterMs } from "@/core/execution/retry-after";

const NOW = Date.parse("2026-11-25T16:38:30Z");

test.each([
  ["120", 120_000],
  [" 0 ", 0],
  ["Wed, 25 Nov 2026 16:40:00 GMT", 90_000],
  ["Wed, 25 Nov 2026 16:00:00 GMT", 0],
])("“%s” is a wait of %d ms", (header, ms) => {
  expect(retryAfterMs(header, NOW)).toBe(ms);
});

test.each([
  undefined,
  "",
  "soon",
  "-5",
  "1.5",
  "1e3",
  "99999999999",
  "2026-11-25T16:40:00Z",
  "Wed, 99 Abc 2026 99:99:99 GMT",
])("“%s” says nothing", (header) => {
  expect(retryAfterMs(header, NOW)).toBeUndefined();
});
