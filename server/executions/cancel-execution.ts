import { AppError } from "@/core/execution/errors";
import { isFinal } from "@/core/execution/statuses";
import type { Actor, App } from "@/server/app";
import { findExecution } from "@/server/executions/find-execution";
import { requestCancel } from "@/server/runtime/request-cancel";

/**
 * Asks an execution to stop; the process that runs it ends it within a second. One that has ended stays as it ended.
 *
 * @throws AppError NOT_FOUND
 * @throws AppError CONFLICT when it has ended
 */
export async function cancelExecution(app: App, actor: Actor, input: { id: string }): Promise<void> {
  const { id, status } = await findExecution(app, actor, input.id);
  const isAsked = !isFinal(status) && (await requestCancel(app, actor.workspaceId, id));
  if (!isAsked) throw new AppError("CONFLICT", { what: "execution", id });
}
