import { AppError } from "@/core/execution/errors";
import { listApiKeys } from "@/server/api-keys/list-api-keys";
import type { Actor, App } from "@/server/app";
import { findAutomation } from "@/server/automations/find-automation";
import { replaceTriggers } from "@/server/triggers/replace-triggers";

/**
 * Deletes an automation: its triggers are gone at once, its history stays. One that other programs hold keys for is
 * only deleted with `force`.
 *
 * @throws AppError NOT_FOUND
 * @throws AppError IN_USE with the names of the keys that call it
 */
export async function deleteAutomation(app: App, actor: Actor, input: { id: string; force?: boolean }): Promise<void> {
  const automation = await findAutomation(app, actor, input.id);
  const where = { id: automation.id, workspaceId: actor.workspaceId };
  const keys = input.force ? [] : await listApiKeys(app, actor, { automationId: automation.id });
  if (keys.length > 0) throw new AppError("IN_USE", { users: keys.map(({ name }) => name).join(", ") });
  const now = app.clock.now();
  await app.db.$transaction(async (tx) => {
    await replaceTriggers(tx, {
      workspaceId: actor.workspaceId,
      automationId: automation.id,
      versionId: null,
      document: null,
    });
    await tx.automation.update({
      where,
      data: {
        deletedAt: now,
        liveVersionId: null,
        updatedAt: now,
        updatedById: actor.userId ?? automation.updatedById,
      },
    });
  });
  await app.changes.notify({ kind: "automation", workspaceId: actor.workspaceId, id: automation.id });
}
