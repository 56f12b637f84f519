import { uuidv7 } from "uuidv7";
import { AppError } from "@/core/execution/errors";
import type { TriggerType } from "@/core/execution/limits";
import type { Actor, App } from "@/server/app";
import { liveVersion } from "@/server/automations/live-version";
import { runnableVersion } from "@/server/automations/runnable-version";
import { type ExecutionFacts, findExecution } from "@/server/executions/find-execution";
import { startExecution } from "@/server/runtime/execute";

export interface RerunInput {
  id: string;
  /** The version that is live now, or the one that ran. */
  version: "live" | "same";
}

/**
 * Runs again from the start with the same input; the new execution names the old one. All its effects are done again.
 *
 * @returns at once; what happens is told by `executions.changes`
 * @throws AppError NOT_FOUND
 * @throws AppError NOT_LIVE when the automation is paused, or the live version is asked for and nothing is live
 * @throws AppError NO_START when the live version no longer has the start
 */
export async function rerunExecution(app: App, actor: Actor, input: RerunInput): Promise<{ executionId: string }> {
  const facts = await findExecution(app, actor, input.id);
  const version = await versionFor(app, actor, facts, input.version);
  const trigger = version.document.nodes.find(({ id }) => id === facts.triggerNodeId);
  if (!trigger) throw new AppError("NO_START", { type: facts.triggerType });
  const { executionId } = await startExecution(app, {
    workspaceId: actor.workspaceId,
    version: { ...version, functionId: facts.functionId },
    mode: facts.mode,
    trigger: { type: facts.triggerType as TriggerType, nodeId: trigger.id },
    input: facts.input,
    record:
      facts.module && facts.recordId
        ? { module: facts.module, id: facts.recordId, name: facts.recordName ?? "" }
        : undefined,
    startedById: actor.userId,
    startedFrom: "page",
    runsAsId: facts.runsAsId,
    rerunOfId: facts.id,
    requestId: uuidv7(),
  });
  return { executionId };
}

async function versionFor(app: App, actor: Actor, facts: ExecutionFacts, which: RerunInput["version"]) {
  const { workspaceId } = actor;
  const { automationId, mode, versionId } = facts;
  // Nothing new starts of an automation that is paused or deleted, whichever version is asked for.
  const live =
    automationId && (mode === "live" || which === "live")
      ? await liveVersion(app, { workspaceId, automationId })
      : null;
  if (which === "same") return runnableVersion(app, { workspaceId, versionId });
  if (!live) throw new AppError("NOT_LIVE");
  return live.version;
}
