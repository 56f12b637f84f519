import type { CompileContext } from "@/core/compiler/program";
import { findNodeType } from "@/core/nodes/catalogue";
import { describeNode } from "@/core/nodes/describe-node";
import type { Sentence } from "@/core/nodes/node-type";
import type { Actor, App } from "@/server/app";
import { compileContext } from "@/server/automations/compile-context";
import { type StatusPill, statusPill } from "@/server/automations/status-pill";
import { storedDocument } from "@/server/automations/stored-document";
import { type AutomationHealth, automationHealth } from "@/server/executions/automation-health";

export interface ListAutomationsInput {
  /** Looks into names, step labels and settings, so "Phone" finds everything that uses the field. */
  search?: string;
  status?: StatusPill["state"];
  /** The type of its start: "button". */
  trigger?: string;
  ownerId?: string;
}

export interface AutomationRow {
  id: string;
  name: string;
  pill: StatusPill;
  /** What starts it, in words; null while the draft has no start. */
  start: { type: string; icon: string; sentence: Sentence } | null;
  health: AutomationHealth;
  owner: { id: string; name: string | null };
  updatedAt: Date;
  fromFunction: boolean;
}

/** Lists the automations of the workspace, the ones changed last first. */
export async function listAutomations(app: App, actor: Actor, input: ListAutomationsInput): Promise<AutomationRow[]> {
  const automations = await app.db.automation.findMany({
    where: { workspaceId: actor.workspaceId, deletedAt: null, ownerId: input.ownerId },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
  });
  const [context, health, numbers, owners] = await Promise.all([
    compileContext(app, actor),
    automationHealth(
      app,
      actor,
      automations.map(({ id }) => id),
    ),
    liveNumbers(app, actor, automations),
    app.db.user.findMany({
      where: { id: { in: automations.map(({ ownerId }) => ownerId) } },
      select: { id: true, name: true },
    }),
  ]);
  const ownerNames = new Map(owners.map(({ id, name }) => [id, name]));
  const needle = input.search?.trim().toLowerCase();
  return automations
    .filter(({ name, draft }) => !needle || `${name}\n${JSON.stringify(draft)}`.toLowerCase().includes(needle))
    .map((automation): AutomationRow => {
      return {
        id: automation.id,
        name: automation.name,
        pill: statusPill({ ...automation, liveVersionNumber: numbers.get(automation.liveVersionId ?? "") ?? null }),
        start: startOf(storedDocument(automation.draft), context),
        health: health.get(automation.id) ?? { lastRun: null, failures7d: 0 },
        owner: { id: automation.ownerId, name: ownerNames.get(automation.ownerId) ?? null },
        updatedAt: automation.updatedAt,
        fromFunction: automation.fromFunctionId !== null,
      };
    })
    .filter((row) => !input.status || row.pill.state === input.status)
    .filter((row) => !input.trigger || row.start?.type === input.trigger);
}

function startOf({ nodes }: ReturnType<typeof storedDocument>, context: CompileContext): AutomationRow["start"] {
  for (const node of nodes) {
    const type = findNodeType(node.type);
    if (type?.isTrigger) return { type: node.type, icon: type.icon, sentence: describeNode(node, context) };
  }
  return null;
}

async function liveNumbers(
  app: App,
  actor: Actor,
  automations: { liveVersionId: string | null }[],
): Promise<Map<string, number>> {
  const ids = automations.flatMap(({ liveVersionId }) => liveVersionId ?? []);
  const versions = await app.db.automationVersion.findMany({
    where: { workspaceId: actor.workspaceId, id: { in: ids } },
    select: { id: true, number: true },
  });
  return new Map(versions.map(({ id, number }) => [id, number ?? 0]));
}
