import { uuidv7 } from "uuidv7";
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
 * @throws AppError NO_START when it does not start that way
 */
export async function runManual(
  app: App,
  actor: Actor,
  input: { id: string; input?: Json; requestId?: string },
): Promise<{ executionId: string }> {
  const { version, ownerId } = await liveVersion(app, { workspaceId: actor.workspaceId, automationId: input.id });
  const trigger = version.document.nodes.find((node) => node.type === "manual");
  if (!trigger) throw new AppError("NO_START", { type: "manual" });
  const { executionId } = await startExecution(app, {
    workspaceId: actor.workspaceId,
    version: { ...version, functionId: null },
    mode: "live",
    trigger: { type: "manual", nodeId: trigger.id },
    input: input.input ?? {},
    startedById: actor.userId,
    startedFrom: "page",
    runsAsId: ownerId,
    requestId: input.requestId ?? uuidv7(),
  });
  return { executionId };
}
