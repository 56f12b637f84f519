import type { AutomationDocument } from "@/core/graph/document";
import type { Actor, App } from "@/server/app";
import { findAutomation } from "@/server/automations/find-automation";
import { type StatusPill, statusPill } from "@/server/automations/status-pill";
import { storedDocument } from "@/server/automations/stored-document";

export interface AutomationDetail {
  id: string;
  name: string;
  /** The draft. */
  document: AutomationDocument;
  revision: number;
  savedAt: Date;
  savedBy: string | null;
  pill: StatusPill;
  live: LiveVersion | null;
  paused: boolean;
  owner: { id: string; name: string | null };
  /** The function "Attach" made it from. */
  fromFunctionId: string | null;
}

interface LiveVersion {
  id: string;
  number: number;
  publishedAt: Date;
  publishedBy: string | null;
}

/**
 * Reads an automation for the editor.
 *
 * @throws AppError NOT_FOUND
 */
export async function getAutomation(app: App, actor: Actor, input: { id: string }): Promise<AutomationDetail> {
  const automation = await findAutomation(app, actor, input.id);
  const version = automation.liveVersionId
    ? await app.db.automationVersion.findFirst({
        where: { id: automation.liveVersionId, workspaceId: actor.workspaceId },
        select: { id: true, number: true, createdAt: true, createdById: true },
      })
    : null;
  const names = await namesOf(app, [automation.ownerId, automation.updatedById, version?.createdById]);
  return {
    id: automation.id,
    name: automation.name,
    document: storedDocument(automation.draft),
    revision: automation.revision,
    savedAt: automation.updatedAt,
    savedBy: names.get(automation.updatedById) ?? null,
    pill: statusPill({ ...automation, liveVersionNumber: version?.number ?? null }),
    live: version?.number
      ? {
          id: version.id,
          number: version.number,
          publishedAt: version.createdAt,
          publishedBy: names.get(version.createdById) ?? null,
        }
      : null,
    paused: automation.paused,
    owner: { id: automation.ownerId, name: names.get(automation.ownerId) ?? null },
    fromFunctionId: automation.fromFunctionId,
  };
}

async function namesOf(app: App, ids: (string | undefined)[]): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== undefined);
  const people = await app.db.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
