/**
 * What `Date` needs to show local time.
 * @param timeZone an IANA zone
 * @returns a function from seconds since the epoch to minutes west of UTC, exact to the quarter of an hour in which
 *   zones change
 */
export function zoneOffset(timeZone: string): (seconds: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const known = new Map<number, number>();
  return (seconds) => {
    const quarter = Math.floor(seconds / QUARTER_SECONDS);
    let minutes = known.get(quarter);
    if (minutes === undefined) {
      minutes = -offsetMinutes(format, quarter * QUARTER_SECONDS * 1_000);
      if (known.size > 1_000) known.clear();
      known.set(quarter, minutes);
    }
    return minutes;
  };
}

const QUARTER_SECONDS = 900;
const LAST_INSTANT_MS = 8.64e15;

function offsetMinutes(format: Intl.DateTimeFormat, instantMs: number): number {
  if (Math.abs(instantMs) > LAST_INSTANT_MS) return 0;
  const parts = Object.fromEntries(format.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - instantMs) / 60_000);
}
