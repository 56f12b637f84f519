import type { GraphNode } from "@/core/graph/document";
import type { Actor, App } from "@/server/app";
import { storedDocument } from "@/server/automations/stored-document";

/** What an automation is made of, for "used in". */
export interface AutomationUse {
  id: string;
  name: string;
  /** Of the draft and of the live version. */
  nodes: GraphNode[];
  /** Null while nothing is live. */
  live: { number: number; functions: { name: string; version: number }[] } | null;
}

/** Reads all automations of the workspace with what they use, drafts and live versions alike. */
export async function automationUses(app: App, actor: Actor): Promise<AutomationUse[]> {
  const { workspaceId } = actor;
  const automations = await app.db.automation.findMany({
    where: { workspaceId, deletedAt: null },
    select: { id: true, name: true, draft: true, liveVersionId: true },
    orderBy: { name: "asc" },
  });
  const versions = await app.db.automationVersion.findMany({
    where: { workspaceId, id: { in: automations.flatMap(({ liveVersionId }) => liveVersionId ?? []) } },
    select: { id: true, number: true, document: true, functionVersions: true },
  });
  const liveById = new Map(versions.map((version) => [version.id, version]));
  return automations.map(({ id, name, draft, liveVersionId }) => {
    const live = liveById.get(liveVersionId ?? "");
    const liveNodes = live ? storedDocument(live.document).nodes : [];
    return {
      id,
      name,
      nodes: [...storedDocument(draft).nodes, ...liveNodes],
      live: live
        ? { number: live.number ?? 0, functions: live.functionVersions as { name: string; version: number }[] }
        : null,
    };
  });
}
