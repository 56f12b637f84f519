import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import { type RunnableVersion, runnableVersion } from "@/server/automations/runnable-version";

/** An automation as a start sees it: what is live, whether it may start, and whose rights it has. */
export interface LiveAutomation {
  id: string;
  name: string;
  ownerId: string;
  paused: boolean;
  version: RunnableVersion;
}

type Facts = Pick<LiveAutomation, "id" | "name" | "ownerId" | "paused"> & {
  workspaceId: string;
  versionId: string | null;
};

interface Kept {
  facts: Map<string, Facts>;
}

const keptBy = new WeakMap<App, Kept>();

/**
 * Reads what is live of an automation. Kept in memory until the automation changes, in this process or another.
 *
 * @throws AppError NOT_FOUND when there is no such automation
 * @throws AppError NOT_LIVE when it was never published or is paused
 */
export async function liveVersion(
  app: App,
  { workspaceId, automationId }: { workspaceId: string; automationId: string },
): Promise<LiveAutomation> {
  const { facts: kept } = keptBy.get(app) ?? watch(app);
  const facts = kept.get(automationId) ?? (await readFacts(app, workspaceId, automationId));
  if (facts?.workspaceId !== workspaceId) throw new AppError("NOT_FOUND", { what: "automation", id: automationId });
  kept.set(automationId, facts);
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

function watch(app: App): Kept {
  const kept: Kept = { facts: new Map() };
  keptBy.set(app, kept);
  app.changes.subscribe(
    ({ kind, id }) => {
      if (kind === "automation") kept.facts.delete(id);
    },
    () => kept.facts.clear(),
  );
  return kept;
}

async function readFacts(app: App, workspaceId: string, automationId: string): Promise<Facts | null> {
  const { rows } = await app.pool.query<Facts>({
    name: "live-automation",
    text: `SELECT id, name, owner_id AS "ownerId", paused, workspace_id AS "workspaceId", live_version_id AS "versionId"
             FROM automation WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL`,
    values: [workspaceId, automationId],
  });
  return rows[0] ?? null;
}
