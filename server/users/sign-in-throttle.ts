import type { Clock } from "@/server/clock";

/** Counts failed sign-ins, so that passwords cannot be tried one after the other. */
export interface SignInThrottle {
  /** @returns 0 when one more attempt is fine. */
  waitSeconds(account: string, address: string): number;
  failed(account: string, address: string): void;
  succeeded(account: string, address: string): void;
}

const WINDOW_MS = 15 * 60_000;

/**
 * Failures allowed in a window. One address may fail a few times at one account; the account's own bound is wide, so that
 * a stranger cannot easily lock its owner out.
 */
const ALLOWED = { pair: 8, account: 60, address: 40 };

/** Beyond this many counters the oldest are dropped. */
const MOST_COUNTERS = 20_000;

/** The counters live in this process: with several of them, an attacker gets as many tries in each. */
export function createSignInThrottle(clock: Clock): SignInThrottle {
  const failures = new Map<string, { count: number; since: number }>();

  const current = (key: string) => {
    const counter = failures.get(key);
    return counter && clock.now().getTime() - counter.since < WINDOW_MS ? counter : null;
  };
  const keys = (account: string, address: string) => ({
    pair: `pair ${address} ${account}`,
    account: `account ${account}`,
    address: `address ${address}`,
  });

  return {
    waitSeconds: (account, address) => {
      const waits = Object.entries(keys(account, address)).map(([kind, key]) => {
        const counter = current(key);
        if (!counter || counter.count < ALLOWED[kind as keyof typeof ALLOWED]) return 0;
        return Math.ceil((counter.since + WINDOW_MS - clock.now().getTime()) / 1000);
      });
      return Math.max(...waits);
    },
    failed: (account, address) => {
      for (const key of Object.values(keys(account, address))) {
        const counter = current(key) ?? { count: 0, since: clock.now().getTime() };
        failures.delete(key);
        failures.set(key, { ...counter, count: counter.count + 1 });
      }
      while (failures.size > MOST_COUNTERS) failures.delete(failures.keys().next().value ?? "");
    },
    succeeded: (account, address) => {
      failures.delete(keys(account, address).pair);
    },
  };
}
