import type { FunctionSignature } from "@/core/compiler/program";
import type { Actor, App } from "@/server/app";
import { lastNodeFailures } from "@/server/executions/last-node-failures";
import { type FunctionPill, functionPill } from "@/server/functions/function-pill";
import { FunctionSignatureSchema } from "@/server/functions/function-signature-schema";
import { type FunctionUse, functionUses } from "@/server/functions/function-uses";

export interface FunctionRow {
  id: string;
  name: string;
  description: string;
  /** Of the draft. */
  signature: FunctionSignature;
  pill: FunctionPill;
  usedBy: FunctionUse[];
  lastTest: { at: Date; result: "succeeded" | "failed" } | null;
  /** The newest live execution it made fail, in the last 30 days. */
  lastFailure: { executionId: string; at: Date } | null;
  updatedAt: Date;
  updatedBy: string | null;
}

/** Lists the functions of the workspace by name, with how they do. */
export async function listFunctions(app: App, actor: Actor): Promise<FunctionRow[]> {
  const [rows, uses] = await Promise.all([
    app.db.function.findMany({ where: { workspaceId: actor.workspaceId, deletedAt: null }, orderBy: { name: "asc" } }),
    functionUses(app, actor),
  ]);
  const callers = [...uses.values()].flat();
  const [failures, people] = await Promise.all([
    lastNodeFailures(app, actor, [...new Set(callers.map(({ automationId }) => automationId))]),
    app.db.user.findMany({
      where: { id: { in: rows.map(({ updatedById }) => updatedById) } },
      select: { id: true, name: true },
    }),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const published = new Set(rows.filter(({ latestVersion }) => latestVersion > 0).map(({ name }) => name));
  return rows.map((row) => {
    // A draft may have the name of another function, whose callers are not its own.
    const isNamesake = row.latestVersion === 0 && published.has(row.name);
    const usedBy = isNamesake ? [] : (uses.get(row.name) ?? []);
    const [newest] = failures
      .filter((failure) =>
        usedBy.some((use) => use.automationId === failure.automationId && use.nodeIds.includes(failure.nodeId)),
      )
      .sort((one, other) => other.at.getTime() - one.at.getTime());
    return {
      id: row.id,
      name: row.name,
      description: row.description,
      signature: FunctionSignatureSchema.parse(row.signature),
      pill: functionPill(row),
      usedBy,
      lastTest: row.lastTestedAt && {
        at: row.lastTestedAt,
        result: row.lastTestResult === "succeeded" ? "succeeded" : "failed",
      },
      lastFailure: newest ? { executionId: newest.executionId, at: newest.at } : null,
      updatedAt: row.updatedAt,
      updatedBy: names.get(row.updatedById) ?? null,
    };
  });
}
