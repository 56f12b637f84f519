import { describe, expect, test } from "vitest";
import { createIntl } from "@/core/library/intl";
import { createLibrary } from "@/core/library/library";

const { dates } = createLibrary(createIntl("Europe/Paris"));
const at = (iso: string) => new Date(iso);

describe("a clock on the wall", () => {
  test.each([
    ["in winter", "Europe/Paris", [2026, 1, 15, 12, 0], "2026-01-15T11:00:00.000Z"],
    ["in summer", "Europe/Paris", [2026, 7, 15, 12, 0], "2026-07-15T10:00:00.000Z"],
    // Clocks go from 02:00 to 03:00.
    ["skipped in Paris", "Europe/Paris", [2026, 3, 29, 2, 30], "2026-03-29T01:30:00.000Z"],
    ["the first minute that is skipped", "Europe/Paris", [2026, 3, 29, 2, 0], "2026-03-29T01:00:00.000Z"],
    ["the last minute before", "Europe/Paris", [2026, 3, 29, 1, 59], "2026-03-29T00:59:00.000Z"],
    ["the first minute after", "Europe/Paris", [2026, 3, 29, 3, 0], "2026-03-29T01:00:00.000Z"],
    // Clocks go from 03:00 to 02:00: 02:30 comes at 00:30Z and at 01:30Z.
    ["twice in Paris", "Europe/Paris", [2026, 10, 25, 2, 30], "2026-10-25T00:30:00.000Z"],
    ["once again in Paris", "Europe/Paris", [2026, 10, 25, 3, 0], "2026-10-25T02:00:00.000Z"],
    ["skipped in New York", "America/New_York", [2026, 3, 8, 2, 30], "2026-03-08T07:30:00.000Z"],
    ["twice in New York", "America/New_York", [2026, 11, 1, 1, 30], "2026-11-01T05:30:00.000Z"],
    // There clocks move by half an hour.
    ["skipped on Lord Howe Island", "Australia/Lord_Howe", [2026, 10, 4, 2, 15], "2026-10-03T15:45:00.000Z"],
    ["twice on Lord Howe Island", "Australia/Lord_Howe", [2026, 4, 5, 1, 45], "2026-04-04T14:45:00.000Z"],
    ["at an offset of 5:45", "Asia/Kathmandu", [2026, 3, 14, 12, 0], "2026-03-14T06:15:00.000Z"],
    // Samoa went over the date line and had no 30 December.
    ["on a day that was skipped", "Pacific/Apia", [2011, 12, 30, 12, 0], "2011-12-30T22:00:00.000Z"],
    ["long ago", "UTC", [33, 4, 3, 15, 0], "0033-04-03T15:00:00.000Z"],
  ] as const)("%s", (_, zone, [year, month, day, hour, minute], instant) => {
    expect(dates.fromParts({ year, month, day, hour, minute }, zone).toISOString()).toBe(instant);
  });

  test("shows what it showed", () => {
    expect(dates.inZone("2026-10-25T01:30:00Z")).toEqual({
      year: 2026,
      month: 10,
      day: 25,
      hour: 2,
      minute: 30,
      second: 0,
      millisecond: 0,
      weekday: 7,
      offset: 60,
    });
    expect(dates.inZone("2026-03-14T00:00:00Z", "America/St_Johns")).toMatchObject({ day: 13, hour: 21, offset: -150 });
  });
});

describe("reading", () => {
  test.each([
    ["2026-03-14T09:30:00Z", "2026-03-14T09:30:00.000Z"],
    ["2026-03-14T09:30+02:00", "2026-03-14T07:30:00.000Z"],
    ["2026-03-14T09:30:15.25-0330", "2026-03-14T13:00:15.250Z"],
    ["2026-03-14T09:30", "2026-03-14T08:30:00.000Z"],
    ["2026-03-14 09:30", "2026-03-14T08:30:00.000Z"],
    ["2026-07-14", "2026-07-13T22:00:00.000Z"],
    ["2024-02-29", "2024-02-28T23:00:00.000Z"],
  ])("%s", (text, instant) => {
    expect(dates.parse(text).toISOString()).toBe(instant);
    expect(dates.isDate(text)).toBe(true);
  });

  test.each(["2026-02-29", "2026-13-01", "2026-00-10", "14.03.2026", "tomorrow", "", "2026-03-14T25:00", "0000-01-01"])(
    "%s is no date",
    (text) => {
      expect(dates.isDate(text)).toBe(false);
      expect(() => dates.toDay(text)).toThrow(/^dates.toDay: date must be a date, or text such as/);
    },
  );

  test.each([null, undefined, 1_773_480_600_000, new Date(Number.NaN), {}, [], true])("nor is %s", (value) => {
    expect(dates.isDate(value)).toBe(false);
  });

  test.each([
    ["14/03/2026", "dd/MM/yyyy", undefined, "2026-03-13T23:00:00.000Z"],
    ["3/4/26", "M/d/yy", undefined, "2026-03-03T23:00:00.000Z"],
    ["1/2/70", "d/M/yy", undefined, "1970-01-31T23:00:00.000Z"],
    ["14 mars 2026 à 9h05", "d MMMM yyyy 'à' H'h'mm", "fr", "2026-03-14T08:05:00.000Z"],
    ["14 FEVRIER 2026", "d MMMM yyyy", "fr", "2026-02-13T23:00:00.000Z"],
    ["Sat, 14 Mar 2026 09:30:00 +0100", "EEE, dd MMM yyyy HH:mm:ss xxx", "en", "2026-03-14T08:30:00.000Z"],
    ["12:15 AM 2026-03-14", "hh:mm a yyyy-MM-dd", "en", "2026-03-13T23:15:00.000Z"],
    ["12:15 pm 2026-03-14", "hh:mm a yyyy-MM-dd", "en", "2026-03-14T11:15:00.000Z"],
    ["20260314T0930", "yyyyMMdd'T'HHmm", undefined, "2026-03-14T08:30:00.000Z"],
  ])("%s as %s", (text, pattern, locale, instant) => {
    expect(dates.parse(text, pattern, undefined, locale).toISOString()).toBe(instant);
  });

  test.each([
    ["31/02/2026", "dd/MM/yyyy"],
    ["14/03/2026 ", "MM/dd/yyyy"],
    ["14/03/2026 9:00", "dd/MM/yyyy"],
    ["14-03-2026", "dd/MM/yyyy"],
    ["24:30 2026", "HH:mm yyyy"],
  ])("%s is not written as %s", (text, pattern) => {
    expect(() => dates.parse(text, pattern)).toThrow(`dates.parse: text must be a date written as "${pattern}"`);
  });
});

describe("writing", () => {
  const moment = at("2026-03-14T08:30:05.007Z");

  test.each([
    ["yyyy-MM-dd HH:mm:ss.SSS xxx", undefined, "2026-03-14 09:30:05.007 +01:00"],
    ["d.M.yy h:mm a", "en", "14.3.26 9:30 AM"],
    ["EEEE, d. MMMM yyyy", "de", "Samstag, 14. März 2026"],
    ["EEE d MMM", "fr", "sam. 14 mars"],
    ["d MMMM yyyy", "pl", "14 marca 2026"],
    ["LLLL yyyy", "pl", "marzec 2026"],
    ["'week' ww, 'Q'Q", "en", "week 11, Q1"],
    ["h 'o''clock'", "en", "9 o'clock"],
    ["longDate", "fr", "14 mars 2026"],
    ["fullDate", "de", "Samstag, 14. März 2026"],
    ["shortDate", "de", "14.03.26"],
    ["time", "de", "09:30"],
  ])("%s in %s", (pattern, locale, text) => {
    expect(dates.format(moment, pattern, { locale })).toBe(text);
  });

  test("in another zone, and of a day", () => {
    expect(dates.format(moment, "yyyy-MM-dd HH:mm XXX", { zone: "America/New_York" })).toBe("2026-03-14 04:30 -04:00");
    expect(dates.format(moment, "HH:mm XXX", { zone: "UTC" })).toBe("08:30 Z");
    expect(dates.format("2026-03-14", "dd/MM/yyyy", { zone: "America/New_York" })).toBe("14/03/2026");
  });

  test.each([
    ["YYYY", 'dates.format: "YYYY" means nothing in a pattern.'],
    ["dd of MM", 'dates.format: "o" means nothing'],
    ["", 'dates.format: pattern must be text such as "dd/MM/yyyy HH:mm", but is "".'],
  ])("%s is refused", (pattern, message) => {
    expect(() => dates.format(moment, pattern)).toThrow(message);
  });

  test("zones and languages that are none are refused", () => {
    expect(() => dates.format(moment, "HH", { zone: "Mars/Base" })).toThrow('"Mars/Base" is not a time zone.');
    expect(() => dates.format(moment, "EEEE", { locale: "no such" })).toThrow('"no such" is not a language.');
    expect(() => dates.format(moment, "HH", { zone: 1 as never })).toThrow(
      "dates.format: zone must be text, but is 1.",
    );
  });
});

describe("adding", () => {
  test.each([
    ["2026-01-31", 1, "month", "2026-02-28"],
    ["2028-01-31", 1, "month", "2028-02-29"],
    ["2026-03-31", -1, "months", "2026-02-28"],
    ["2026-12-15", 1, "month", "2027-01-15"],
    ["2026-01-15", -13, "months", "2024-12-15"],
    ["2024-02-29", 1, "year", "2025-02-28"],
    ["2026-11-30", 1, "quarter", "2027-02-28"],
    ["2026-02-25", 1, "week", "2026-03-04"],
    ["2026-03-28", 2, "days", "2026-03-30"],
    ["2026-03-14", 0, "days", "2026-03-14"],
    // 24 hours after the midnight before the clocks change it is 01:00.
    ["2026-03-29", 24, "hours", "2026-03-29T23:00:00.000Z"],
    ["2026-03-14", 90, "minutes", "2026-03-14T00:30:00.000Z"],
    ["2026-03-14T09:30:00Z", 1, "day", "2026-03-15T09:30:00.000Z"],
  ] as const)("%s and %s %s", (date, amount, unit, result) => {
    expect(dates.add(date, amount, unit)).toBe(result);
    expect(dates.subtract(date, -amount, unit)).toBe(result);
  });

  test("a Date gives a Date, and days keep what the clock shows where hours do not", () => {
    expect(dates.add(at("2026-10-24T10:00:00Z"), 1, "day")).toEqual(at("2026-10-25T11:00:00Z"));
    expect(dates.add(at("2026-10-24T10:00:00Z"), 24, "hours")).toEqual(at("2026-10-25T10:00:00Z"));
    expect(dates.add(at("2026-03-28T01:30:00Z"), 1, "day")).toEqual(at("2026-03-29T01:30:00Z"));
    expect(dates.add(at("2026-10-24T10:00:00Z"), 1, "day", "UTC")).toEqual(at("2026-10-25T10:00:00Z"));
    expect(dates.add(at("2026-10-25T01:30:00Z"), 0, "days")).toEqual(at("2026-10-25T01:30:00Z"));
    expect(dates.add(at("2026-03-14T00:00:00Z"), 1.5, "hours")).toEqual(at("2026-03-14T01:30:00Z"));
  });

  test.each([
    ["a part of a day", () => dates.add("2026-03-14", 1.5, "days"), "amount must be a whole number"],
    [
      "no number",
      () => dates.add("2026-03-14", "1" as never, "day"),
      'amount must be a whole number from -10000000 to 10000000, but is "1".',
    ],
    [
      "no unit",
      () => dates.add("2026-03-14", 1, "decade" as never),
      'dates.add: unit must be one of "year", "quarter"',
    ],
    ["no date", () => dates.add(null as never, 1, "day"), "dates.add: date must be a date, or text such as 2026-03-14"],
    ["after the year 9999", () => dates.add("9999-12-31", 1, "day"), "dates.add: the result lies outside of the years"],
    ["before the year 1", () => dates.subtract("0001-01-02", 2, "days"), "outside of the years 1 to 9999"],
    ["endless", () => dates.add(at("2026-03-14"), Number.POSITIVE_INFINITY, "hours"), "amount must be a number"],
  ])("%s is refused", (_, call, message) => {
    expect(call).toThrow(message);
  });
});

describe("the difference", () => {
  test.each([
    ["2026-03-14", "2026-03-15", "days", 1],
    ["2026-03-15", "2026-03-14", "days", -1],
    ["2026-03-14", "2026-03-14", "years", 0],
    ["2026-01-31", "2026-02-28", "months", 1],
    ["2026-01-15", "2026-02-14", "months", 0],
    ["2026-02-15", "2026-01-16", "months", 0],
    ["2026-02-15", "2026-01-15", "months", -1],
    ["2000-02-29", "2026-02-28", "years", 26],
    ["1990-06-15", "2026-06-14", "years", 35],
    ["2026-01-01", "2026-12-31", "quarters", 3],
    ["2026-03-01", "2026-03-15", "weeks", 2],
    ["2026-10-24T10:00:00Z", "2026-10-25T11:00:00Z", "days", 1],
    ["2026-10-24T10:00:00Z", "2026-10-25T10:59:59Z", "days", 0],
    ["2026-10-24T10:00:00Z", "2026-10-25T11:00:00Z", "hours", 25],
    ["2026-03-14T10:00:00Z", "2026-03-14T09:59:00Z", "minutes", -1],
    ["2026-03-14T10:00:00Z", "2026-03-14T10:00:01.999Z", "seconds", 1],
  ] as const)("from %s to %s in %s", (from, to, unit, result) => {
    expect(dates.difference(from, to, unit)).toBe(result);
  });

  test("of days does not depend on clocks that change at midnight", () => {
    expect(dates.difference("2018-11-04", "2018-11-05", "days", "America/Sao_Paulo")).toBe(1);
    expect(dates.startOf(at("2018-11-04T12:00:00Z"), "day", "America/Sao_Paulo")).toEqual(at("2018-11-04T03:00:00Z"));
  });
});

describe("the edges of a unit", () => {
  test.each([
    ["year", "2026-01-01", "2026-12-31"],
    ["quarter", "2026-07-01", "2026-09-30"],
    ["month", "2026-08-01", "2026-08-31"],
    ["week", "2026-08-17", "2026-08-23"],
    ["day", "2026-08-23", "2026-08-23"],
  ] as const)("of a day: %s", (unit, start, end) => {
    expect(dates.startOf("2026-08-23", unit)).toBe(start);
    expect(dates.endOf("2026-08-23", unit)).toBe(end);
  });

  test.each([
    ["day", "2026-10-24T22:00:00.000Z", "2026-10-25T22:59:59.999Z"],
    ["month", "2026-09-30T22:00:00.000Z", "2026-10-31T22:59:59.999Z"],
    ["hour", "2026-10-25T01:00:00.000Z", "2026-10-25T01:59:59.999Z"],
    ["minute", "2026-10-25T01:30:00.000Z", "2026-10-25T01:30:59.999Z"],
  ] as const)("of a moment in an hour that comes twice: %s", (unit, start, end) => {
    expect(dates.startOf(at("2026-10-25T01:30:20Z"), unit)).toEqual(at(start));
    expect(dates.endOf(at("2026-10-25T01:30:20Z"), unit)).toEqual(at(end));
  });

  test("a day has no hours", () => {
    expect(() => dates.startOf("2026-08-23", "hour")).toThrow("dates.startOf: unit must be a day or longer");
  });
});

describe("workdays", () => {
  test.each([
    ["2026-03-13", 1, "2026-03-16"],
    ["2026-03-14", 1, "2026-03-16"],
    ["2026-03-14", 0, "2026-03-16"],
    ["2026-03-13", 0, "2026-03-13"],
    ["2026-03-16", -1, "2026-03-13"],
    ["2026-03-13", 10, "2026-03-27"],
  ])("%s and %s", (date, amount, result) => {
    expect(dates.addWorkdays(date, amount)).toBe(result);
  });

  test("know holidays, other weekends, and the time of a moment", () => {
    expect(dates.addWorkdays("2026-12-24", 1, { holidays: ["2026-12-25", "2026-12-28"] })).toBe("2026-12-29");
    expect(dates.addWorkdays("2026-03-12", 1, { weekend: [5, 6] })).toBe("2026-03-15");
    expect(dates.addWorkdays(at("2026-03-27T09:00:00Z"), 1)).toEqual(at("2026-03-30T08:00:00Z"));
    expect(dates.workdaysBetween("2026-03-01", "2026-04-01", { holidays: ["2026-03-17", "2026-03-21"] })).toBe(21);
    expect(dates.workdaysBetween("2026-03-17", "2026-03-13")).toBe(-2);
    expect(dates.workdaysBetween("2026-03-14", "2026-03-14")).toBe(0);
  });

  test("never look for ever", () => {
    expect(() => dates.addWorkdays("2026-03-14", 1, { weekend: [1, 2, 3, 4, 5, 6, 7] })).toThrow("at most six days");
    expect(() => dates.addWorkdays("2026-03-14", 1e9)).toThrow("a whole number from -100000 to 100000");
    expect(() => dates.workdaysBetween("1000-01-01", "9999-01-01")).toThrow("more than 100000 days apart");
    expect(() => dates.addWorkdays("2026-03-14", 1, { holidays: "none" as never })).toThrow("holidays must be a list");
  });
});

describe("comparing", () => {
  test("a day begins where its zone says", () => {
    expect(dates.isBefore("2026-03-14", "2026-03-13T23:30:00Z")).toBe(true);
    expect(dates.isBefore("2026-03-14", "2026-03-13T23:30:00Z", "UTC")).toBe(false);
    expect(dates.isAfter("2026-03-14T00:00:00Z", "2026-03-14")).toBe(true);
    expect(dates.isSameDay("2026-03-14T23:30:00Z", "2026-03-14T00:30:00Z")).toBe(false);
    expect(dates.isSameDay("2026-03-14T23:30:00Z", "2026-03-14T00:30:00Z", "UTC")).toBe(true);
  });

  test("the first and the last", () => {
    expect(dates.earliest([at("2026-03-14"), at("2026-03-13"), undefined])).toEqual(at("2026-03-13"));
    expect(dates.latest([])).toBeNull();
    expect(() => dates.latest(["soon"])).toThrow("dates.latest: an item must be a date");
  });

  test.each([
    ["2024-12-30", 1],
    ["2026-01-01", 1],
    ["2026-03-14", 11],
    ["2026-12-31", 53],
    ["2023-01-01", 52],
  ])("the week of %s is %s", (day, week) => {
    expect(dates.weekOfYear(day)).toBe(week);
  });
});
