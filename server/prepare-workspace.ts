import type { App } from "@/server/app";
import { inTransaction } from "@/server/database/in-transaction";
import { ensureStandardModules } from "@/server/records/ensure-standard-modules";
import { ensureWorkspace } from "@/server/users/ensure-workspace";

/** "millrace start" as a number: of several processes that start together, one prepares. */
const LOCK = 1_835_627_635;

/**
 * Makes the workspace and its record types where they are missing.
 * @returns whether this is the first start of this database.
 */
export async function prepareWorkspace(app: App): Promise<{ workspaceId: string; fresh: boolean }> {
  return inTransaction(app, async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    const fresh = (await app.db.workspace.count()) === 0;
    const workspaceId = await ensureWorkspace(app);
    await ensureStandardModules(tx, workspaceId);
    return { workspaceId, fresh };
  });
}
