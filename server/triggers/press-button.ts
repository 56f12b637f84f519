import { AppError } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import { liveVersion } from "@/server/automations/live-version";
import { readRecord } from "@/server/records/read-record";
import { execute } from "@/server/runtime/execute";
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
  const [{ record, name }, user] = await Promise.all([
    readRecord(app, workspaceId, input.module, input.recordId),
    personOf(app, actor),
  ]);
  const { executionId } = await execute(app, {
    workspaceId,
    version: { ...version, functionId: null },
    mode: "live",
    trigger: { type: "button", nodeId: node.id },
    input: { record, user, module: input.module },
    record: { module: input.module, id: record.id, name },
    startedById: actor.userId,
    startedFrom: "page",
    runsAsId: actor.userId,
    requestId: input.requestId,
  });
  return pressResult(app, actor, executionId);
}

/** What the automation learns of the person who pressed. */
async function personOf(app: App, actor: Actor): Promise<{ [key: string]: Json }> {
  const { rows } = await app.pool.query<{ id: string; name: string; email: string }>({
    name: "person-who-pressed",
    text: 'SELECT u.id, u.name, u.email FROM "user" u JOIN membership m ON m.user_id = u.id WHERE m.workspace_id = $1 AND u.id = $2',
    values: [actor.workspaceId, actor.userId],
  });
  const [person] = rows;
  if (!person) throw new AppError("FORBIDDEN", { role: "member" });
  return { ...person };
}
