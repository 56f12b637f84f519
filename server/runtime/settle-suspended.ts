import { CANCELED } from "@/core/execution/canceled";
import type { App } from "@/server/app";
import { endUnowned } from "@/server/runtime/end-unowned";

/**
 * Looks at what happened to an execution while it was being put away: what it waits for may have come, or a person may
 * have asked it to stop, before it said that it waits.
 */
export async function settleSuspended(app: App, executionId: string): Promise<void> {
  const { rows } = await app.pool.query<{ canceled: boolean }>({
    name: "settle-suspended",
    text: `UPDATE execution e SET wake_at = CASE WHEN e.status = 'waiting' AND EXISTS (${ANSWERED}) THEN now() ELSE e.wake_at END
            WHERE e.id = $1 AND e.status IN ('waiting', 'needs-decision')
           RETURNING e.cancel_requested_at IS NOT NULL AS canceled`,
    values: [executionId],
  });
  if (rows[0]?.canceled) await endUnowned(app, executionId, { status: "canceled", error: CANCELED });
}

/** A wait that was answered and not gone on from yet, or a called automation that has ended meanwhile. */
export const ANSWERED = `
  SELECT 1 FROM execution_effect f
    LEFT JOIN wait_ticket w ON w.execution_id = f.execution_id AND w.node_id = f.node_id AND w.path = f.path
      AND w.attempt = f.attempt AND w.ordinal = f.ordinal
    LEFT JOIN execution called ON f.kind = 'automation' AND called.workspace_id = f.workspace_id
      AND called.request_id = 'call ' || f.idempotency_key
   WHERE f.execution_id = e.id AND f.status = 'intent' AND (w.answer IS NOT NULL OR called.finished_at IS NOT NULL)`;
