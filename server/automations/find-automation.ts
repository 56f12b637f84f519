import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";

/**
 * Reads the row of an automation that is not deleted.
 *
 * @throws AppError NOT_FOUND
 */
export async function findAutomation(app: App, actor: Actor, id: string) {
  const automation = await app.db.automation.findFirst({
    where: { id, workspaceId: actor.workspaceId, deletedAt: null },
  });
  if (!automation) throw new AppError("NOT_FOUND", { what: "automation", id });
  return automation;
}
