import type { AutomationInterface } from "@/core/compiler/program";
import { findNodeType } from "@/core/nodes/catalogue";
import { partialConfig } from "@/core/nodes/partial-config";
import type { Actor, App } from "@/server/app";

/** The live automations that a step of another one can run, by name, with what their start asks for. */
export async function listAutomationInterfaces(app: App, actor: Actor): Promise<AutomationInterface[]> {
  const { rows } = await app.pool.query<{ name: string; type: string; config: Record<string, unknown> }>({
    name: "automation-interfaces",
    text: `SELECT a.name, t.type, t.config
             FROM automation a JOIN trigger t ON t.automation_id = a.id
            WHERE a.workspace_id = $1 AND t.workspace_id = $1 AND a.deleted_at IS NULL AND t.type IN ('manual', 'api')
            ORDER BY a.name, a.id`,
    values: [actor.workspaceId],
  });
  return rows.map(({ name, type, config }) => {
    const start = findNodeType(type);
    return { name, parameters: start?.parameters?.(partialConfig(start, config)) ?? [] };
  });
}
