import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";

const MOST = 10;
const WINDOW_MS = 60_000;

const recent = new WeakMap<App, Map<string, number[]>>();

/**
 * Counts one test of a connection, so that its button cannot be used to hammer a service or to try keys. Counted in this
 * process.
 *
 * @throws AppError TOO_MANY_REQUESTS with the `seconds` until the next is fine
 */
export function countTest(app: App, connectionId: string): void {
  const tests = recent.get(app) ?? new Map<string, number[]>();
  recent.set(app, tests);
  const now = app.clock.now().getTime();
  const within = (tests.get(connectionId) ?? []).filter((at) => now - at < WINDOW_MS);
  const [oldest] = within;
  if (oldest !== undefined && within.length >= MOST) {
    throw new AppError("TOO_MANY_REQUESTS", { seconds: Math.ceil((oldest + WINDOW_MS - now) / 1_000) });
  }
  tests.set(connectionId, [...within, now]);
}
