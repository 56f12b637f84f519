import type { Actor, App } from "@/server/app";
import { findAutomation } from "@/server/automations/find-automation";

/**
 * Pauses or resumes an automation. Pausing stops new executions; those that run or wait go on.
 *
 * @throws AppError NOT_FOUND
 */
export async function setPaused(app: App, actor: Actor, input: { id: string; paused: boolean }): Promise<void> {
  const automation = await findAutomation(app, actor, input.id);
  await app.db.automation.update({
    where: { id: automation.id, workspaceId: actor.workspaceId },
    data: {
      paused: input.paused,
      // What failed before it was paused does not count against it any more.
      ...(input.paused ? {} : { failuresInRow: 0 }),
      updatedAt: app.clock.now(),
      updatedById: actor.userId ?? automation.updatedById,
    },
  });
  await app.changes.notify({ kind: "automation", workspaceId: actor.workspaceId, id: automation.id });
}
