import { AppError, type ErrorCode } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import type { ExecutionFilter } from "@/server/executions/execution-filter";
import { listExecutions } from "@/server/executions/list-executions";
import { rerunExecution } from "@/server/executions/rerun-execution";

/** So many are run again by one request at most. */
export const MOST_RERUNS = 100;

export interface RerunAllInput {
  /** These, or else the newest that the filter finds. */
  ids?: string[];
  filter?: ExecutionFilter;
}

export interface RerunAllResult {
  started: string[];
  /** What could not be started, and why. */
  skipped: { id: string; code: ErrorCode }[];
}

/**
 * Runs failed executions again together, oldest first, with what is live now. Of what the filter finds, those that were
 * run again already are left out.
 */
export async function rerunAll(app: App, actor: Actor, { ids, filter }: RerunAllInput): Promise<RerunAllResult> {
  const result: RerunAllResult = { started: [], skipped: [] };
  for (const id of ids ?? (await found(app, actor, filter ?? {}))) {
    try {
      const { executionId } = await rerunExecution(app, actor, { id, version: "live" });
      result.started.push(executionId);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      result.skipped.push({ id, code: thrown.code });
    }
  }
  return result;
}

async function found(app: App, actor: Actor, filter: ExecutionFilter): Promise<string[]> {
  const { items } = await listExecutions(app, actor, {
    filter: { ...filter, status: filter.status ?? "attention", mode: "live" },
    limit: MOST_RERUNS,
  });
  return items
    .filter(({ rerunId, automation }) => rerunId === null && automation !== null)
    .map(({ id }) => id)
    .reverse();
}
