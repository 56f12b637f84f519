import { setTimeout } from "node:timers/promises";
import { isPassingError } from "@/server/database/is-passing-error";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Tries again while the database is away.
 * @param ms how long
 * @param work told how often it was tried before; a commit whose answer was lost may have happened
 */
export async function patiently<T>(ms: number, work: (tried: number) => Promise<T>): Promise<T> {
  const patience = performance.now() + ms;
  for (let tried = 0, pauseMs = FIRST_PAUSE_MS; ; tried++, pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await work(tried);
    } catch (error) {
      if (!isPassingError(error) || performance.now() + pauseMs > patience) throw error;
      await setTimeout(pauseMs);
    }
  }
}
