/**
 * A `JSON.stringify` replacer for what goes to third parties: a `Date` becomes `yyyy-MM-dd HH:mm` in the workspace's
 * zone (the sandbox's local time). Text that was formatted explicitly stays as it is.
 */
export function datesForOthers(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const original = this[key];
  if (!(original instanceof Date) || Number.isNaN(original.getTime())) return value;
  const date = `${pad(original.getFullYear(), 4)}-${pad(original.getMonth() + 1)}-${pad(original.getDate())}`;
  return `${date} ${pad(original.getHours())}:${pad(original.getMinutes())}`;
}

const pad = (number: number, length = 2): string => String(number).padStart(length, "0");
