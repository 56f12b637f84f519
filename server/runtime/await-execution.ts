import { isFinal } from "@/core/execution/statuses";
import type { App } from "@/server/app";
import type { ExecutionOutcome } from "@/server/runtime/execution-request";
import { readOutcome } from "@/server/runtime/read-outcome";
import { stopSignal } from "@/server/runtime/stop-signal";

/** Asked again this often in any case: a notification may be lost. */
const POLL_MS = 5_000;

/**
 * Waits for an execution that someone else runs, in this process or another: for its end, or for its being put away.
 *
 * @param options.throughWaits goes on through its waits, to the end, whatever this process does
 * @param options.withinMs then, or when this process is on its way down, it is told where it stands
 * @throws AppError NOT_FOUND
 */
export function awaitExecution(
  app: App,
  ids: { workspaceId: string; executionId: string },
  options: { throughWaits?: boolean; withinMs?: number } = {},
): Promise<ExecutionOutcome> {
  const { throughWaits = false, withinMs } = options;
  return new Promise((resolve, reject) => {
    let isLate = false;
    const look = () => {
      readOutcome(app, ids).then(
        (outcome) => (isLate || isOver(outcome)) && end(() => resolve(outcome)),
        (error) => end(() => reject(error)),
      );
    };
    const isOver = ({ status }: ExecutionOutcome): boolean =>
      isFinal(status) || (!throughWaits && status !== "queued" && status !== "running");
    const unsubscribe = app.changes.subscribe((change) => change.id === ids.executionId && look(), look);
    const timer = setInterval(look, POLL_MS);
    const lookLast = () => {
      isLate = true;
      look();
    };
    const late = withinMs === undefined ? undefined : setTimeout(lookLast, withinMs);
    const stop = stopSignal(app);
    if (!throughWaits) stop.addEventListener("abort", lookLast);
    isLate = !throughWaits && stop.aborted;
    const end = (settle: () => void) => {
      unsubscribe();
      clearInterval(timer);
      clearTimeout(late);
      stop.removeEventListener("abort", lookLast);
      settle();
    };
    look();
  });
}
