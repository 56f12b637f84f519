import { AppError } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import { liveVersion } from "@/server/automations/live-version";
import { startExecution } from "@/server/runtime/execute";

/**
 * Runs the live version of an automation that starts when a person runs it.
 *
 * @returns at once; what happens is told by `executions.changes`
 * @throws AppError NOT_FOUND, NOT_LIVE
 * @throws AppError BAD_REQUEST when it has no manual start
 */
export async function runManual(
  app: App,
  actor: Actor,
  input: { id: string; input?: Json; requestId?: string },
): Promise<{ executionId: string }> {
  const { version } = await liveVersion(app, { workspaceId: actor.workspaceId, automationId: input.id });
  const trigger = version.document.nodes.find((node) => node.type === "manual");
  if (!trigger) throw new AppError("BAD_REQUEST", { what: "manual-start" });
  return startExecution(app, actor, { version, trigger, mode: "live", input: input.input, requestId: input.requestId });
}
