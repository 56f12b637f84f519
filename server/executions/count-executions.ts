import type { Actor, App } from "@/server/app";
import { executionConditions } from "@/server/executions/execution-conditions";
import { type ExecutionFilter, statusesOf } from "@/server/executions/execution-filter";

/** Counting stops here; beyond it nobody reads the number. */
const MOST = 10_000;

/** @returns how many executions a filter finds, at most 10,000; `more` says that there are more. */
export async function countExecutions(
  app: App,
  actor: Actor,
  input: { filter: ExecutionFilter },
): Promise<{ count: number; more: boolean }> {
  const conditions = executionConditions(actor, input.filter, 3);
  const { rows } = await app.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT 1 FROM execution AS e WHERE e.status = ANY($1) AND ${conditions.sql} LIMIT $2) AS found`,
    [statusesOf(input.filter.status), MOST + 1, ...conditions.values],
  );
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, MOST), more: count > MOST };
}
