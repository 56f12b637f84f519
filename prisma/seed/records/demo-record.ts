/** Makes one record. @returns its id */
export type CreateDemoRecord = (module: string, at: Date, data: Record<string, unknown>) => Promise<string>;

/** A company whose contacts and deals are made after it. */
export interface DemoAccount {
  id: string;
  name: string;
  domain: string;
  country: string;
  city: string;
}

export interface DemoContact {
  id: string;
  accountId: string;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Moments and days counted from the demo's start. */
export class DemoDays {
  readonly #now: Date;

  constructor(now: Date) {
    this.#now = now;
  }

  minutesAgo(minutes: number): Date {
    return new Date(this.#now.getTime() - minutes * MINUTE_MS);
  }

  /** @returns the day `days` from today, as a date field takes it. */
  day(days: number): string {
    return new Date(this.#now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  }
}

/** @returns the text as the part of an e-mail address or a host: "van der Merwe" is "vandermerwe". */
export const addressPart = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("ı", "i")
    .replace(/[^a-z0-9]/g, "");
