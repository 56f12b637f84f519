import type { Actor, App } from "@/server/app";
import { type VariableUse, variableUses } from "@/server/variables/variable-uses";

export interface ListedVariable {
  id: string;
  name: string;
  kind: "plain" | "secret";
  /** Null for a secret one: it is never given back. */
  value: string | null;
  description: string;
  updatedAt: Date;
  usedIn: VariableUse[];
}

/** Every variable of the workspace with where it is used, by name. */
export async function listVariables(app: App, actor: Actor): Promise<ListedVariable[]> {
  const [rows, uses] = await Promise.all([
    app.db.variable.findMany({
      where: { workspaceId: actor.workspaceId },
      select: { id: true, name: true, kind: true, value: true, description: true, updatedAt: true },
      orderBy: { name: "asc" },
    }),
    variableUses(app, actor),
  ]);
  return rows.map((row) => ({ ...row, kind: row.kind as ListedVariable["kind"], usedIn: uses(row.name) }));
}
