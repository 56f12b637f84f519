import type { CompileContext } from "@/core/compiler/program";
import type { AutomationDocument } from "@/core/graph/document";
import { indexGraph, topologicalOrder } from "@/core/graph/walk";
import { effectsOf } from "@/core/nodes/effects-of";
import type { Sentence } from "@/core/nodes/node-type";
import type { Actor, App } from "@/server/app";
import { compileContext } from "@/server/automations/compile-context";
import { runnableVersion } from "@/server/automations/runnable-version";

/** A button people can press on the records of a module. */
export interface LiveButton {
  /** Unique among the buttons of a module. */
  key: string;
  automationId: string;
  nodeId: string;
  label: string;
  /** What is asked before it runs; null when it runs at once. */
  confirmation: string | null;
  /** What it does outside itself, in order: sentences below `nodes.`. */
  willDo: Sentence[];
  automationName: string;
}

interface ButtonRow {
  automationId: string;
  nodeId: string;
  versionId: string;
  label: string;
  confirmation: string | null;
  automationName: string;
}

/** The live buttons of a module, the oldest first; those of paused automations are left out. */
export async function listButtons(app: App, actor: Actor, input: { module: string }): Promise<LiveButton[]> {
  const { rows } = await app.pool.query<ButtonRow>({
    name: "live-buttons",
    text: LIVE_BUTTONS,
    values: [actor.workspaceId, input.module],
  });
  if (rows.length === 0) return [];
  const context = await compileContext(app, actor);
  return Promise.all(
    rows.map(async ({ versionId, ...row }): Promise<LiveButton> => {
      const { document } = await runnableVersion(app, { workspaceId: actor.workspaceId, versionId });
      return { ...row, key: `${row.automationId}/${row.nodeId}`, willDo: effectSentences(document, context) };
    }),
  );
}

const LIVE_BUTTONS = `
  SELECT t.automation_id AS "automationId", t.node_id AS "nodeId", t.version_id AS "versionId", t.label,
    nullif(trim(t.config->>'confirmation'), '') AS confirmation, a.name AS "automationName"
  FROM trigger t JOIN automation a ON a.id = t.automation_id AND a.workspace_id = t.workspace_id
  WHERE t.workspace_id = $1 AND t.type = 'button' AND t.module = $2 AND NOT a.paused AND a.deleted_at IS NULL
  ORDER BY a.created_at, t.node_id`;

function effectSentences(document: AutomationDocument, context: CompileContext): Sentence[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  return topologicalOrder(indexGraph(document)).order.flatMap((id) => {
    const node = nodes.get(id);
    return node ? effectsOf(node, context).map(({ sentence }) => sentence) : [];
  });
}
