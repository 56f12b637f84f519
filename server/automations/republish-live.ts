import { uuidv7 } from "uuidv7";
import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { compileDraft } from "@/server/automations/compile-draft";
import { findAutomation } from "@/server/automations/find-automation";
import { goLive } from "@/server/automations/go-live";
import { ownerOfNew } from "@/server/automations/owner-of-new";
import { runnableVersion } from "@/server/automations/runnable-version";
import { heldFunctionInterfaces } from "@/server/functions/held-function-interfaces";

export interface RepublishInput {
  id: string;
  /** The version of a function that the new version holds instead of the one that is inside now. */
  take: { name: string; version: number };
  note: string;
}

/**
 * Makes a new live version of what is live, with another version of one function inside; the other functions stay as they
 * are. The draft is left alone: changes of it that are not published stay in it, and a draft that does the same as what was
 * live does the same as what is live now. What is paused stays paused.
 *
 * @returns the number that is live afterwards, which is the one before when that function version is inside already
 * @throws AppError NOT_FOUND; NOT_LIVE when nothing is live any more
 * @throws AppError CONFLICT when somebody published it at the same moment
 * @throws AppError CANNOT_PUBLISH with the diagnostics as its details
 */
export async function republishLive(app: App, actor: Actor, input: RepublishInput): Promise<{ number: number }> {
  const { workspaceId } = actor;
  const { id, name, liveVersionId } = await findAutomation(app, actor, input.id);
  if (!liveVersionId) throw new AppError("NOT_LIVE", { name, reason: "never-published" });
  const live = await runnableVersion(app, { workspaceId, versionId: liveVersionId });
  const isInside = (held: { name: string }) => held.name === input.take.name;
  const held = live.functions.find(isInside);
  if (!held || held.version === input.take.version) return { number: live.number ?? 0 };

  const taken = live.functions.map((inside) => (isInside(inside) ? input.take : inside));
  const { document } = live;
  const { program } = await compileDraft(app, actor, document, {
    typed: true,
    functions: await heldFunctionInterfaces(app, actor, taken),
  });
  const personId = await ownerOfNew(app, actor);
  const versionId = uuidv7();
  const number = await app.db.$transaction(async (tx) => {
    const { count } = await tx.automation.updateMany({
      where: { id, workspaceId, deletedAt: null, liveVersionId },
      data: { liveVersionId: versionId },
    });
    if (count === 0) throw new AppError("CONFLICT", { what: "live-version" });
    return goLive(tx, {
      id: versionId,
      workspaceId,
      automationId: id,
      document,
      program,
      note: input.note,
      createdById: personId,
      createdAt: app.clock.now(),
    });
  });
  await app.changes.notify({ kind: "automation", workspaceId, id });
  return { number };
}
