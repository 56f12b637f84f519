import type { App } from "@/server/app";
import { isHeld } from "@/server/installation/is-held";
import { findAnswered, wakeWaiting } from "@/server/runtime/wake-waiting";

const WAKE_MS = 1_000;
/** What a lost process could not say is looked for less often. */
const FIND_EVERY = 15;

/**
 * Looks for executions whose wait is over, now, every second, and when one of them changes.
 * @returns how to stop it
 */
export function startWaker(app: App): { close(): Promise<void> } {
  let rounds = 0;
  let waking: Promise<unknown> = Promise.resolve();
  let isWaking = false;
  const wakeUnlessHeld = async () => {
    if (await isHeld(app)) return;
    if (rounds++ % FIND_EVERY === 0) await findAnswered(app);
    await wakeWaiting(app);
  };
  const wake = () => {
    if (isWaking) return;
    isWaking = true;
    waking = wakeUnlessHeld()
      .catch((error) => app.log.warn({ err: error }, "waiting executions could not be woken"))
      .finally(() => {
        isWaking = false;
      });
  };
  wake();
  const timer = setInterval(wake, WAKE_MS);
  return {
    close: async () => {
      clearInterval(timer);
      await waking;
    },
  };
}
