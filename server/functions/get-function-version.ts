import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { findFunction } from "@/server/functions/find-function";

/**
 * Reads the code of one version.
 *
 * @throws AppError NOT_FOUND
 */
export async function getFunctionVersion(
  app: App,
  actor: Actor,
  input: { id: string; number: number },
): Promise<{ number: number; source: string }> {
  const { id } = await findFunction(app, actor, input.id);
  const version = await app.db.functionVersion.findFirst({
    where: { functionId: id, workspaceId: actor.workspaceId, number: input.number },
    select: { number: true, source: true },
  });
  if (!version) throw new AppError("NOT_FOUND", { what: "version", id: String(input.number) });
  return version;
}
