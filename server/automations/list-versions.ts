import type { Actor, App } from "@/server/app";
import { findAutomation } from "@/server/automations/find-automation";

export interface VersionRow {
  id: string;
  number: number;
  note: string | null;
  publishedAt: Date;
  publishedBy: string | null;
  /** The one that executions start with now. */
  live: boolean;
  functions: { name: string; version: number }[];
}

/**
 * Lists the published versions of an automation, newest first.
 *
 * @throws AppError NOT_FOUND
 */
export async function listVersions(app: App, actor: Actor, input: { id: string }): Promise<VersionRow[]> {
  const automation = await findAutomation(app, actor, input.id);
  const versions = await app.db.automationVersion.findMany({
    where: { automationId: automation.id, workspaceId: actor.workspaceId, kind: "published" },
    orderBy: { number: "desc" },
    take: 200,
    select: { id: true, number: true, note: true, createdAt: true, createdById: true, functionVersions: true },
  });
  const people = await app.db.user.findMany({
    where: { id: { in: versions.map((version) => version.createdById) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return versions.map((version) => ({
    id: version.id,
    number: version.number ?? 0,
    note: version.note,
    publishedAt: version.createdAt,
    publishedBy: names.get(version.createdById) ?? null,
    live: version.id === automation.liveVersionId,
    functions: version.functionVersions as { name: string; version: number }[],
  }));
}
