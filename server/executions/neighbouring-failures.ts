import { EXECUTION_STATUSES, isFailure } from "@/core/execution/statuses";
import { roleAllows } from "@/core/users/roles";
import type { Actor, App } from "@/server/app";
import type { ExecutionFacts } from "@/server/executions/find-execution";

/** @returns the failures of the same automation right before and after an execution, for walking from one to the next. */
export async function neighbouringFailures(
  app: App,
  actor: Actor,
  { automationId, startedAt, id }: Pick<ExecutionFacts, "automationId" | "startedAt" | "id">,
): Promise<{ previous: string | null; next: string | null }> {
  if (!automationId || !startedAt) return { previous: null, next: null };
  const near = (comparison: "<" | ">", direction: "DESC" | "ASC") =>
    `(SELECT id FROM execution WHERE workspace_id = $1 AND automation_id = $2 AND status = ANY($3)
        AND (started_at, id) ${comparison} ($4, $5) AND ($6 OR started_by_id = $7)
      ORDER BY started_at ${direction}, id ${direction} LIMIT 1)`;
  const { rows } = await app.pool.query<{ previous: string | null; next: string | null }>(
    `SELECT ${near("<", "DESC")} AS previous, ${near(">", "ASC")} AS next`,
    [
      actor.workspaceId,
      automationId,
      EXECUTION_STATUSES.filter(isFailure),
      startedAt,
      id,
      roleAllows(actor.role, "builder"),
      actor.userId,
    ],
  );
  return rows[0] ?? { previous: null, next: null };
}
