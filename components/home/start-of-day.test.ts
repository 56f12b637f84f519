import { describe, expect, test } from "vitest";
import { startOfDay } from "@/components/home/start-of-day";

describe("the day begins", () => {
  test.each([
    ["in London in winter", "2026-01-15T14:20:05.250Z", "Europe/London", "2026-01-15T00:00:00.000Z"],
    ["in Paris in summer", "2026-07-01T01:00:00.000Z", "Europe/Paris", "2026-06-30T22:00:00.000Z"],
    ["in Kolkata, half an hour off", "2026-07-01T20:00:00.000Z", "Asia/Kolkata", "2026-07-01T18:30:00.000Z"],
    [
      "in Paris on the day the clock goes forward",
      "2026-03-29T10:00:00.000Z",
      "Europe/Paris",
      "2026-03-28T23:00:00.000Z",
    ],
    ["in Paris on the day the clock goes back", "2026-10-25T10:00:00.000Z", "Europe/Paris", "2026-10-24T22:00:00.000Z"],
    ["just now, at midnight itself", "2026-01-15T00:00:00.000Z", "UTC", "2026-01-15T00:00:00.000Z"],
  ])("%s", (_where, now, timeZone, expected) => {
    expect(startOfDay(new Date(now), timeZone).toISOString()).toBe(expected);
  });
});
