import { expect, test } from "vitest";
import { forecast } from "@/core/execution/forecast";

const at = (time: string) => Date.parse(`2026-11-25T${time}:00Z`);
const DAY = { startsAt: at("00:00"), endsAt: at("23:59") };

test("at this rate the limit is reached at 16:40", () => {
  const recent = { used: 300, since: at("14:00") };
  const found = forecast({ ...DAY, used: 700, limit: 1_000, now: at("15:20"), recent });
  expect(found).toEqual({ kind: "at", at: at("16:40") });
});

test("a quota that is used slowly lasts, and says how much will be used", () => {
  const recent = { used: 10, since: at("13:00") };
  const found = forecast({ ...DAY, used: 100, limit: 1_000, now: at("14:00"), recent });
  expect(found).toEqual({ kind: "lasts", byEnd: 200 });
});

test("one that is not used any more stays where it is", () => {
  const recent = { used: 0, since: at("13:00") };
  const found = forecast({ ...DAY, used: 999, limit: 1_000, now: at("14:00"), recent });
  expect(found).toEqual({ kind: "lasts", byEnd: 999 });
});

test("what is used up is reached, also when the limit was lowered below it", () => {
  const recent = { used: 0, since: at("13:00") };
  expect(forecast({ ...DAY, used: 50, limit: 20, now: at("14:00"), recent })).toEqual({ kind: "reached" });
  expect(forecast({ ...DAY, used: 0, limit: 0, now: at("14:00"), recent })).toEqual({ kind: "reached" });
});

test("in the first seconds of a day a single call foretells no flood", () => {
  const now = DAY.startsAt + 1_000;
  const found = forecast({ ...DAY, used: 1, limit: 10_000, now, recent: { used: 1, since: DAY.startsAt - 3_600_000 } });
  expect(found).toMatchObject({ kind: "lasts" });
});
