import { AppError } from "@/core/execution/errors";
import { isFinal } from "@/core/execution/statuses";
import type { App } from "@/server/app";
import type { ExecutionOutcome } from "@/server/runtime/execution-request";

/** Asked again this often in any case: a notification may be lost. */
const POLL_MS = 5_000;

/**
 * Waits for an execution that someone else runs, in this process or another: for its end, or for its being put away.
 *
 * @param options.throughWaits goes on through its waits, to the end
 * @throws AppError NOT_FOUND
 */
export function awaitExecution(
  app: App,
  { workspaceId, executionId }: { workspaceId: string; executionId: string },
  options: { throughWaits: boolean } = { throughWaits: false },
): Promise<ExecutionOutcome> {
  return new Promise((resolve, reject) => {
    const look = () => {
      readOutcome(app, workspaceId, executionId).then(
        (outcome) => isOver(outcome) && end(() => resolve(outcome)),
        (error) => end(() => reject(error)),
      );
    };
    const isOver = (outcome: ExecutionOutcome | null): outcome is ExecutionOutcome =>
      outcome !== null && (isFinal(outcome.status) || !options.throughWaits);
    const unsubscribe = app.changes.subscribe((change) => change.id === executionId && look(), look);
    const timer = setInterval(look, POLL_MS);
    const end = (settle: () => void) => {
      unsubscribe();
      clearInterval(timer);
      settle();
    };
    look();
  });
}

/** @returns null while it runs */
async function readOutcome(app: App, workspaceId: string, executionId: string): Promise<ExecutionOutcome | null> {
  const { rows } = await app.pool.query<Omit<ExecutionOutcome, "planned">>({
    name: "execution-outcome",
    text: `SELECT id AS "executionId", status, output, error, outcome, handled_failures AS "handledFailures", statements,
                  active_ms AS "durationMs"
             FROM execution WHERE workspace_id = $1 AND id = $2`,
    values: [workspaceId, executionId],
  });
  const row = rows[0];
  if (!row) throw new AppError("NOT_FOUND", { what: "execution", id: executionId });
  return isFinal(row.status) || row.status === "waiting" ? { ...row, planned: [] } : null;
}
