import { LIMITS } from "@/core/execution/limits";
import type { App } from "@/server/app";
import { inTransaction } from "@/server/database/in-transaction";
import { raiseNoticeInside } from "@/server/notices/raise-notice";

/** Pauses an automation that failed too often in a row, and tells of it; both once, whoever finds it out. */
export async function pauseAfterFailures(
  app: App,
  { workspaceId, automationId }: { workspaceId: string; automationId: string },
): Promise<void> {
  const now = app.clock.now();
  const isPaused = await inTransaction(app, async (tx) => {
    const { rows } = await tx.query<{ name: string; failures: number }>(
      `UPDATE automation SET paused = true, updated_at = $4
        WHERE workspace_id = $1 AND id = $2 AND NOT paused AND failures_in_row >= $3
       RETURNING name, failures_in_row AS failures`,
      [workspaceId, automationId, LIMITS.failuresBeforePause, now],
    );
    const [paused] = rows;
    if (!paused) return false;
    const { name: automation, failures } = paused;
    await raiseNoticeInside(tx, app, {
      ...{ workspaceId, kind: "automation-paused", role: "builder" },
      cause: `automation-paused/${automationId}/${now.getTime()}`,
      params: { automationId, automation, failures },
    });
    return true;
  });
  if (isPaused) await app.changes.notify({ kind: "automation", workspaceId, id: automationId });
}
