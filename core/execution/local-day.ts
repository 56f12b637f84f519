/** A day of a time zone: from its first moment to the first of the next. It may have 23 or 25 hours. */
export interface LocalDay {
  /** yyyy-MM-dd */
  day: string;
  startsAt: Date;
  endsAt: Date;
}

const HOUR_MS = 3_600_000;
/** No day is longer, not even one that a country repeats. */
const LONGEST_MS = 50 * HOUR_MS;

/** @returns the day that a moment lies in. @throws RangeError for a zone that nobody knows */
export function localDay(now: Date, timeZone: string): LocalDay {
  const dayOf = dayFormat(timeZone);
  const at = now.getTime();
  const day = dayOf(at);
  const startsAt = firstMoment(at - LONGEST_MS, at, (ms) => dayOf(ms) >= day);
  const endsAt = firstMoment(at, at + LONGEST_MS, (ms) => dayOf(ms) > day);
  return { day, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}

/** @returns the time of day on a clock of the zone: 16:40 */
export function timeOfDay(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    at,
  );
}

/** @returns the first millisecond after `from`, up to `to`, of which it holds; it holds for good from there on */
function firstMoment(from: number, to: number, holds: (ms: number) => boolean): number {
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}

function dayFormat(timeZone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return (ms) => {
    const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    return `${parts.year?.padStart(4, "0")}-${parts.month}-${parts.day}`;
  };
}
