import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { liveVersion } from "@/server/automations/live-version";
import { execute } from "@/server/runtime/execute";
import { buttonPayload } from "@/server/triggers/button-payload";
import { type PressResult, pressResult } from "@/server/triggers/press-result";

export interface PressInput {
  automationId: string;
  /** The button's node. */
  nodeId: string;
  module: string;
  recordId: string;
  /** Sent twice, it is one execution with one answer. */
  requestId: string;
}

/**
 * Presses a button on a record, as the person who pressed it, and waits for the end.
 *
 * @throws NOT_FOUND when the button or the record is gone
 * @throws NOT_LIVE when the automation was paused or never published
 */
export async function pressButton(app: App, actor: Actor, input: PressInput): Promise<PressResult> {
  const { workspaceId } = actor;
  const { version } = await liveVersion(app, { workspaceId, automationId: input.automationId });
  const node = version.document.nodes.find(({ id, type }) => id === input.nodeId && type === "button");
  if (!node || node.config.module !== input.module)
    throw new AppError("NOT_FOUND", { what: "button", id: input.nodeId });
  const { payload, record } = await buttonPayload(app, actor, { module: input.module, id: input.recordId });
  const { executionId } = await execute(app, {
    workspaceId,
    version: { ...version, functionId: null },
    mode: "live",
    trigger: { type: "button", nodeId: node.id },
    input: payload,
    record,
    startedById: actor.userId,
    startedFrom: "page",
    runsAsId: actor.userId,
    requestId: input.requestId,
  });
  return pressResult(app, actor, executionId);
}
