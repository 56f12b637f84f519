import { CANCELED } from "@/core/execution/canceled";
import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import type { ClaimedExecution } from "@/server/runtime/claimed-execution";
import { endUnowned } from "@/server/runtime/end-unowned";
import { LostExecution } from "@/server/runtime/journal/journal";
import { resumeExecution } from "@/server/runtime/resume-execution";

/** How long one is left alone that could not be read just now. */
const PAUSE_SECONDS = 30;

/**
 * Goes on with an execution that this process has claimed. One that cannot be read just now is put back, and one whose
 * version is gone is ended: nothing can compute it up to where it was. So is one that somebody asked to stop. Never rejects.
 */
export async function goOn(app: App, row: ClaimedExecution): Promise<void> {
  try {
    if (row.canceled) {
      await endUnowned(app, row.id, { status: "canceled", error: CANCELED, fence: row.fence });
      return;
    }
    const run = await resumeExecution(app, row).catch((error) => doWithout(app, row, error));
    await run?.start();
  } catch (error) {
    if (!(error instanceof LostExecution))
      app.log.error({ err: error, executionId: row.id, workspaceId: row.workspaceId }, "an execution was lost");
  }
}

async function doWithout(app: App, row: ClaimedExecution, error: unknown): Promise<null> {
  app.log.error({ err: error, executionId: row.id, workspaceId: row.workspaceId }, "an execution could not go on");
  if (isGone(error)) {
    const differs = { code: "REPLAY_DIFFERS" as const, params: {}, message: "" };
    await endUnowned(app, row.id, { status: "failed", error: differs, fence: row.fence });
  } else await putBack(app, row);
  return null;
}

const isGone = (error: unknown): boolean =>
  error instanceof AppError && error.code === "NOT_FOUND" && error.params.what === "version";

async function putBack(app: App, { id, fence }: ClaimedExecution): Promise<void> {
  await app.pool.query(
    `UPDATE execution SET status = 'waiting', wake_at = now() + make_interval(secs => $3), lease_owner = NULL,
       lease_until = NULL WHERE id = $1 AND fence = $2 AND status = 'running'`,
    [id, fence, PAUSE_SECONDS],
  );
}
