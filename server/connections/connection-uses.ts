import type { Actor, App } from "@/server/app";
import { type AutomationUse, automationUses } from "@/server/automations/automation-uses";
import { functionSources } from "@/server/functions/function-sources";

/** Who uses a connection. */
export interface ConnectionUse {
  kind: "automation" | "function";
  id: string;
  name: string;
}

/** @returns for each name in code, the automations (draft or live) and functions that use it. */
export async function connectionUses(app: App, actor: Actor): Promise<Map<string, ConnectionUse[]>> {
  const [automations, functions, connections] = await Promise.all([
    automationUses(app, actor),
    functionSources(app, actor),
    app.db.connection.findMany({ where: { workspaceId: actor.workspaceId }, select: { linkName: true } }),
  ]);
  return new Map(
    connections.map(({ linkName }) => [
      linkName,
      [
        ...automations
          .filter((automation) => automationNames(automation, linkName))
          .map(({ id, name }) => ({ kind: "automation" as const, id, name })),
        ...functions
          .filter(({ source }) => callsInCode(source, linkName))
          .map(({ id, name }) => ({ kind: "function" as const, id, name })),
      ],
    ]),
  );
}

const automationNames = ({ nodes }: AutomationUse, linkName: string) =>
  nodes.some(
    ({ config }) =>
      config.connection === linkName || (typeof config.code === "string" && callsInCode(config.code, linkName)),
  );

/** Code names a connection as `connections.mailing_list` or `connections["mailing_list"]`. */
const callsInCode = (source: string, linkName: string) =>
  new RegExp(`\\bconnections\\s*(\\??\\.\\s*${linkName}\\b|(\\?\\.)?\\[\\s*["'\`]${linkName}["'\`])`).test(source);
