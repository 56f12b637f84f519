/** Time as rooms see it, so tests move it instead of sleeping. Leases and due times use the database's clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
