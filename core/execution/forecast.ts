/** How a quota was used so far today. Times in milliseconds since the epoch. */
export interface UseSoFar {
  used: number;
  limit: number;
  now: number;
  startsAt: number;
  endsAt: number;
  /** How much of it since when: the last one or two hours. */
  recent: { used: number; since: number };
}

export type Forecast = { kind: "reached" } | { kind: "at"; at: number } | { kind: "lasts"; byEnd: number };

/** Less tells nothing of a rate. */
const SHORTEST_MS = 60_000;

/**
 * Says whether a quota lasts until its day ends, when it goes on being used as in the last hours.
 * @returns when the limit is reached, or how much will be used by the end of the day
 */
export function forecast({ used, limit, now, startsAt, endsAt, recent }: UseSoFar): Forecast {
  if (used >= limit) return { kind: "reached" };
  const since = Math.max(recent.since, startsAt);
  const rate = recent.used / Math.max(now - since, SHORTEST_MS);
  const byEnd = used + rate * Math.max(0, endsAt - now);
  if (byEnd < limit) return { kind: "lasts", byEnd: Math.round(byEnd) };
  return { kind: "at", at: Math.min(endsAt, Math.ceil(now + (limit - used) / rate)) };
}
