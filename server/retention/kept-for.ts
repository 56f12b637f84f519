import type { App } from "@/server/app";

const DAY_MS = 86_400_000;

/** @returns what ended before these moments is forgotten. */
export function keptFor({ env, clock }: Pick<App, "env" | "clock">): { succeeded: Date; failed: Date } {
  const now = clock.now().getTime();
  return {
    succeeded: new Date(now - env.keepDays * DAY_MS),
    failed: new Date(now - Math.max(env.keepDays, env.keepFailedDays) * DAY_MS),
  };
}
