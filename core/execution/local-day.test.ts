import { expect, test } from "vitest";
import { localDay, timeOfDay } from "@/core/execution/local-day";

const hours = (now: string, zone: string) => {
  const { day, startsAt, endsAt } = localDay(new Date(now), zone);
  return { day, from: startsAt.toISOString(), to: endsAt.toISOString(), hours: (+endsAt - +startsAt) / 3_600_000 };
};

test.each([
  ["an ordinary day", "2026-11-25T12:00:00Z", "Europe/Paris", "2026-11-25", "2026-11-24T23:00:00.000Z", 24],
  ["the day clocks go forward", "2026-03-29T12:00:00Z", "Europe/Paris", "2026-03-29", "2026-03-28T23:00:00.000Z", 23],
  ["the day clocks go back", "2026-10-25T12:00:00Z", "Europe/Paris", "2026-10-25", "2026-10-24T22:00:00.000Z", 25],
  ["a zone far ahead", "2026-11-25T12:00:00Z", "Pacific/Kiritimati", "2026-11-26", "2026-11-25T10:00:00.000Z", 24],
  ["a zone of three quarters", "2026-11-25T12:00:00Z", "Asia/Kathmandu", "2026-11-25", "2026-11-24T18:15:00.000Z", 24],
  ["a change at midnight", "2026-09-06T12:00:00Z", "America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z", 23],
])("%s", (_what, now, zone, day, from, length) => {
  expect(hours(now, zone)).toMatchObject({ day, from, hours: length });
});

test("the first moment of a day belongs to it, the last one before does not", () => {
  expect(hours("2026-11-24T23:00:00.000Z", "Europe/Paris").day).toBe("2026-11-25");
  expect(hours("2026-11-24T22:59:59.999Z", "Europe/Paris").day).toBe("2026-11-24");
});

test("one day ends where the next begins, all through a year with both changes", () => {
  let at = new Date("2026-01-01T12:00:00Z");
  for (let day = 0; day < 365; day++) {
    const { endsAt } = localDay(at, "America/New_York");
    expect(localDay(endsAt, "America/New_York").startsAt).toEqual(endsAt);
    at = new Date(endsAt.getTime() + 1);
  }
});

test("a time of day is the zone's", () => {
  expect(timeOfDay(new Date("2026-11-25T15:40:00Z"), "Europe/Paris")).toBe("16:40");
});
