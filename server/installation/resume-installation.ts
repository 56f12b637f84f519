import type { Actor, App } from "@/server/app";
import { inTransaction } from "@/server/database/in-transaction";
import { addJob } from "@/server/queue/add-job";

/** Lets everything that starts by itself go on, in every process; does nothing when nothing is held. */
export async function resumeInstallation(app: App, actor: Actor): Promise<void> {
  const resumed = await inTransaction(app, async (tx) => {
    const { rowCount } = await tx.query("UPDATE installation SET held_since = NULL WHERE held_since IS NOT NULL");
    if (!rowCount) return false;
    // Jobs are not in a backup, and those that came due meanwhile did nothing.
    await addJob(tx, "send-mails");
    await addJob(tx, "prune");
    return true;
  });
  if (resumed) app.log.info({ userId: actor.userId, workspaceId: actor.workspaceId }, "resumed after a restore");
}
