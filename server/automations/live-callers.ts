import type { AutomationDocument } from "@/core/graph/document";
import type { Actor, App } from "@/server/app";
import { storedDocument } from "@/server/automations/stored-document";

/** A live version that a function is compiled into. */
export interface LiveCaller {
  automationId: string;
  name: string;
  paused: boolean;
  /** Whether its draft holds changes that are not published. */
  changed: boolean;
  /** Of the live version. */
  number: number;
  /** Which version of the function is inside. */
  holds: number;
  document: AutomationDocument;
  /** All function versions inside. */
  functions: { name: string; version: number }[];
}

/** Reads the live version of every automation that a function is compiled into, by the automation's name. */
export async function liveCallers(app: App, actor: Actor, functionName: string): Promise<LiveCaller[]> {
  const { workspaceId } = actor;
  const automations = await app.db.automation.findMany({
    where: { workspaceId, deletedAt: null, liveVersionId: { not: null } },
    select: { id: true, name: true, paused: true, revision: true, publishedRevision: true, liveVersionId: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const versions = await app.db.automationVersion.findMany({
    where: {
      workspaceId,
      id: { in: automations.flatMap(({ liveVersionId }) => liveVersionId ?? []) },
      functionVersions: { array_contains: [{ name: functionName }] },
    },
    select: { id: true, number: true, document: true, functionVersions: true },
  });
  const byId = new Map(versions.map((version) => [version.id, version]));
  return automations.flatMap(({ id, name, paused, revision, publishedRevision, liveVersionId }) => {
    const live = byId.get(liveVersionId ?? "");
    if (!live) return [];
    const functions = live.functionVersions as LiveCaller["functions"];
    const holds = functions.find((inside) => inside.name === functionName)?.version ?? 0;
    const changed = revision !== publishedRevision;
    const { number, document } = live;
    return {
      automationId: id,
      name,
      paused,
      changed,
      number: number ?? 0,
      holds,
      document: storedDocument(document),
      functions,
    };
  });
}
