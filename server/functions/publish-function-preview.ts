import { type FunctionProblem, functionProblems } from "@/core/compiler/function-problems";
import { type SignatureChange, signatureChanges } from "@/core/compiler/signature-changes";
import type { Actor, App } from "@/server/app";
import { type CheckedCaller, checkCallers } from "@/server/functions/check-callers";
import { findFunction } from "@/server/functions/find-function";
import { type FunctionUse, functionUses } from "@/server/functions/function-uses";
import { type NewestVersion, newestVersion } from "@/server/functions/newest-version";
import { typedSource } from "@/server/functions/typed-source";

export interface PublishFunctionPreview {
  revision: number;
  /** The number the new version will have. */
  number: number;
  source: string;
  /** What it is compared with; null for the first. */
  newest: Pick<NewestVersion, "number" | "source"> | null;
  signature: SignatureChange[];
  /** What keeps the code from being published. */
  problems: FunctionProblem[];
  /** A new name that cannot be had: automations call it by the old one, or another function has it. */
  name: { before: string; after: string; usedBy: FunctionUse[]; taken: boolean } | null;
  /** What is live with it inside. */
  callers: CheckedCaller[];
}

/**
 * Says what publishing the draft of a function would change, and for whom. Nothing changes under live callers either way.
 *
 * @throws AppError NOT_FOUND
 */
export async function publishFunctionPreview(
  app: App,
  actor: Actor,
  input: { id: string },
): Promise<PublishFunctionPreview> {
  const { id, name, source, description, revision, latestVersion } = await findFunction(app, actor, input.id);
  const newest = await newestVersion(app, actor, id);
  const { head: read, problems } = functionProblems(source);
  const head = read && problems.length === 0 ? await typedSource(app, actor, source) : read;
  const preview = {
    revision,
    number: latestVersion + 1,
    source,
    newest: newest && { number: newest.number, source: newest.source },
    signature: newest && head ? signatureChanges(newest.signature, head.signature) : [],
    problems,
    name: head && (await nameTrouble(app, actor, { id, before: latestVersion > 0 ? name : null, after: head.name })),
  };
  if (!head || problems.length > 0 || latestVersion === 0) return { ...preview, callers: [] };
  const candidate = { name, version: preview.number, source, description, signature: head.signature };
  return { ...preview, callers: preview.name ? [] : await checkCallers(app, actor, { name, candidate }) };
}

async function nameTrouble(
  app: App,
  actor: Actor,
  { id, before, after }: { id: string; before: string | null; after: string },
): Promise<PublishFunctionPreview["name"]> {
  if (before === after) return null;
  const holder = await app.db.function.findFirst({
    where: {
      workspaceId: actor.workspaceId,
      name: after,
      deletedAt: null,
      latestVersion: { gt: 0 },
      id: { not: id },
    },
    select: { id: true },
  });
  const usedBy = before === null ? [] : ((await functionUses(app, actor)).get(before) ?? []);
  if (!holder && usedBy.length === 0) return null;
  return { before: before ?? after, after, usedBy, taken: holder !== null };
}
