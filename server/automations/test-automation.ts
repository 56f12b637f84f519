import { uuidv7 } from "uuidv7";
import { AppError } from "@/core/execution/errors";
import type { TriggerType } from "@/core/execution/limits";
import { findNodeType } from "@/core/nodes/catalogue";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import { compileDraft } from "@/server/automations/compile-draft";
import { findAutomation } from "@/server/automations/find-automation";
import { ownerOfNew } from "@/server/automations/owner-of-new";
import { runnableVersion } from "@/server/automations/runnable-version";
import { storeVersion } from "@/server/automations/store-version";
import { storedDocument } from "@/server/automations/stored-document";
import { startExecution } from "@/server/runtime/execute";
import { buttonPayload } from "@/server/triggers/button-payload";

export interface TestInput {
  id: string;
  /** The revision the person sees; when another one was saved by now, the test is refused. */
  revision?: number;
  /** End before the first effect instead of doing it. */
  stopBeforeEffects: boolean;
  /** The record a button is pressed on. */
  record?: { module: string; id: string };
  /** The arguments of a start that takes some. */
  input?: Json;
}

/**
 * Runs a snapshot of the draft as the person who asks. Effects are real unless it stops before them.
 *
 * @returns at once; what happens is told by `executions.changes`
 * @throws AppError NOT_FOUND, CONFLICT, CANNOT_PUBLISH (the draft has errors, with its diagnostics as details)
 */
export async function testAutomation(app: App, actor: Actor, input: TestInput): Promise<{ executionId: string }> {
  const automation = await findAutomation(app, actor, input.id);
  if (input.revision !== undefined && input.revision !== automation.revision) {
    throw new AppError("CONFLICT", { what: "draft", revision: automation.revision });
  }
  const document = storedDocument(automation.draft);
  const { program } = await compileDraft(app, actor, document, { typed: false });
  const trigger = document.nodes.find((node) => findNodeType(node.type)?.isTrigger);
  if (!trigger) throw new AppError("CANNOT_PUBLISH", { count: 1 });
  const versionId = uuidv7();
  await storeVersion(app.db, {
    id: versionId,
    workspaceId: actor.workspaceId,
    automationId: automation.id,
    kind: "test",
    number: null,
    document,
    program,
    note: null,
    createdById: await ownerOfNew(app, actor),
    createdAt: app.clock.now(),
  });
  const version = await runnableVersion(app, { workspaceId: actor.workspaceId, versionId });
  const { payload, record } = await startPayload(app, actor, input);
  const { executionId } = await startExecution(app, {
    workspaceId: actor.workspaceId,
    version: { ...version, functionId: null },
    mode: "test",
    trigger: { type: trigger.type as TriggerType, nodeId: trigger.id },
    input: payload,
    record,
    startedById: actor.userId,
    startedFrom: "page",
    runsAsId: actor.userId,
    requestId: versionId,
    stopBeforeEffects: input.stopBeforeEffects,
  });
  return { executionId };
}

async function startPayload(app: App, actor: Actor, { record, input }: TestInput) {
  if (!record) return { payload: input ?? {}, record: undefined };
  return buttonPayload(app, actor, record);
}
