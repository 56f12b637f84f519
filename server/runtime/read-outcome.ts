import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import type { ExecutionOutcome } from "@/server/runtime/execution-request";

/** @returns where an execution stands, or how it ended. @throws AppError NOT_FOUND */
export async function readOutcome(
  app: App,
  { workspaceId, executionId }: { workspaceId: string; executionId: string },
): Promise<ExecutionOutcome & { automationId: string | null }> {
  const { rows } = await app.pool.query<Omit<ExecutionOutcome, "planned"> & { automationId: string | null }>({
    name: "execution-outcome",
    text: `SELECT id AS "executionId", automation_id AS "automationId", status, output, error, outcome,
                  handled_failures AS "handledFailures", statements, active_ms AS "durationMs"
             FROM execution WHERE workspace_id = $1 AND id = $2`,
    values: [workspaceId, executionId],
  });
  const row = rows[0];
  if (!row) throw new AppError("NOT_FOUND", { what: "execution", id: executionId });
  return { ...row, planned: [] };
}
