/** @returns whether the value is a day that exists, written `yyyy-MM-dd`, in the years 1000 to 9999. */
export function parseDate(value: unknown): value is string {
  const parts = typeof value === "string" ? /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (!parts) return false;
  const [, year, month, day] = parts.map(Number) as [number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * Reads an ISO 8601 date and time with its zone: `2026-03-14T09:30:00+01:00`, seconds and fractions optional.
 *
 * @returns the same instant in UTC with milliseconds, the form in which date-times are stored and sort; null when it is none
 */
export function parseDateTime(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const parts = DATE_TIME.exec(value);
  if (!parts || !parseDate(parts[1])) return null;
  const milliseconds = Date.parse(value);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}

const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;
