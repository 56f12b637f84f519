import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import type { App } from "@/server/app";

/** When a process that is full may have a place again. */
const AGAIN_SECONDS = 2;

const inProgress = new WeakMap<App, number>();

/**
 * Takes a place for an execution that somebody waits for, whether it runs, waits for an answer or for a sandbox process.
 *
 * @returns gives the place back
 * @throws AppError UNAVAILABLE when all places are taken: what was accepted is not slowed down by what comes after it
 */
export function takePlace(app: App): () => void {
  const taken = inProgress.get(app) ?? 0;
  if (taken >= LIMITS.executionsInProcess) throw new AppError("UNAVAILABLE", { seconds: AGAIN_SECONDS });
  inProgress.set(app, taken + 1);
  let isBack = false;
  return () => {
    if (!isBack) inProgress.set(app, (inProgress.get(app) ?? 1) - 1);
    isBack = true;
  };
}
