const HOUR_MS = 3_600_000;

/**
 * When the day began in a time zone, across changes of daylight saving too.
 *
 * @param timeZone IANA name
 */
export function startOfDay(now: Date, timeZone: string): Date {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  const msSinceMidnight = (at: Date) => {
    const [hours = 0, minutes = 0, seconds = 0] = clock.format(at).split(":").map(Number);
    return hours * HOUR_MS + minutes * 60_000 + seconds * 1_000 + at.getUTCMilliseconds();
  };
  const guess = new Date(now.getTime() - msSinceMidnight(now));
  const off = msSinceMidnight(guess);
  if (off === 0) return guess;
  // The clock was put forward or back since midnight: the guess is that much too late or too early.
  const tooLate = off < 12 * HOUR_MS;
  return new Date(guess.getTime() + (tooLate ? -off : 24 * HOUR_MS - off));
}
