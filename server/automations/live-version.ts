import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import { type RunnableVersion, runnableVersion } from "@/server/automations/runnable-version";
import { keptUntilChange } from "@/server/database/kept-until-change";

/** An automation as a start sees it: what is live, whether it may start, and whose rights it has. */
export interface LiveAutomation {
  id: string;
  name: string;
  ownerId: string;
  paused: boolean;
  version: RunnableVersion;
}

type Facts = Pick<LiveAutomation, "id" | "name" | "ownerId" | "paused"> & { versionId: string | null };

const keptFacts = keptUntilChange("automation", readFacts);

/**
 * Reads what is live of an automation. Kept in memory until an automation changes, in this process or another.
 *
 * @throws AppError NOT_FOUND when there is no such automation
 * @throws AppError NOT_LIVE when it was never published or is paused
 */
export async function liveVersion(
  app: App,
  { workspaceId, automationId }: { workspaceId: string; automationId: string },
): Promise<LiveAutomation> {
  const facts = await keptFacts(app, workspaceId, automationId);
  if (!facts) throw new AppError("NOT_FOUND", { what: "automation", id: automationId });
  const { versionId, paused, name } = facts;
  if (!versionId || paused) throw new AppError("NOT_LIVE", { name, reason: paused ? "paused" : "never-published" });
  return {
    id: facts.id,
    name,
    ownerId: facts.ownerId,
    paused,
    version: await runnableVersion(app, { workspaceId, versionId }),
  };
}

async function readFacts(app: App, workspaceId: string, automationId: string): Promise<Facts | null> {
  const { rows } = await app.pool.query<Facts>({
    name: "live-automation",
    text: `SELECT id, name, owner_id AS "ownerId", paused, live_version_id AS "versionId"
             FROM automation WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL`,
    values: [workspaceId, automationId],
  });
  return rows[0] ?? null;
}
