import { uuidv7 } from "uuidv7";
import { AppError } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import { compileDraft } from "@/server/automations/compile-draft";
import { findAutomation } from "@/server/automations/find-automation";
import { ownerOfNew } from "@/server/automations/owner-of-new";
import { runnableVersion } from "@/server/automations/runnable-version";
import { storeVersion } from "@/server/automations/store-version";
import { storedDocument } from "@/server/automations/stored-document";
import { startExecution } from "@/server/runtime/execute";

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
  const { program } = await compileDraft(app, actor, document);
  const trigger = triggerOf(document);
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
  return startExecution(app, actor, {
    version,
    trigger,
    mode: "test",
    record: input.record,
    input: input.input,
    stopBeforeEffects: input.stopBeforeEffects,
  });
}
