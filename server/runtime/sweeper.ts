import type { App } from "@/server/app";
import { isHeld } from "@/server/installation/is-held";
import { sweepOrphans } from "@/server/runtime/sweep-orphans";

const SWEEP_MS = 5_000;

/**
 * Looks for executions whose process was lost, now and every few seconds.
 * @returns how to stop it
 */
export function startSweeper(app: App): { close(): Promise<void> } {
  let sweeping: Promise<void> = Promise.resolve();
  const sweep = () => {
    sweeping = (async () => ((await isHeld(app)) ? [] : sweepOrphans(app)))().then(
      (taken) => {
        const executionIds = taken.map(({ id }) => id);
        if (taken.length > 0) app.log.warn({ executionIds }, "executions lost their process and were taken over");
      },
      (error) => app.log.warn({ err: error }, "orphaned executions could not be swept"),
    );
  };
  sweep();
  const timer = setInterval(sweep, SWEEP_MS);
  return {
    close: async () => {
      clearInterval(timer);
      await sweeping;
    },
  };
}
