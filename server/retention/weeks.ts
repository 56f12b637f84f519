const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** 1 January 1970 was a Thursday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** @returns the first id that a UUIDv7 made at this moment, or later, can be. */
export function firstIdAt(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** @returns when a UUIDv7 was made, in milliseconds since the epoch; null for another id. */
export function timeOfId(id: string): number | null {
  const found = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.exec(id);
  return found ? Number.parseInt(`${found[1]}${found[2]}`, 16) : null;
}

/** @returns the Monday on which the week of a moment begins, UTC. */
const mondayBefore = (ms: number): number => Math.floor((ms - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS;

/** A week of ids. */
export interface Week {
  /** "20261130" */
  name: string;
  from: string;
  to: string;
}

/** @returns the weeks from the one of a moment to that of another, both included. */
export function weeksBetween(first: number, last: number): Week[] {
  const weeks: Week[] = [];
  for (let monday = mondayBefore(first); monday <= last; monday += WEEK_MS) {
    const name = new Date(monday).toISOString().slice(0, 10).replaceAll("-", "");
    weeks.push({ name, from: firstIdAt(monday), to: firstIdAt(monday + WEEK_MS) });
  }
  return weeks;
}
