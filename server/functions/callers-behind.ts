import type { Actor, App } from "@/server/app";
import { type CheckedCaller, checkCallers } from "@/server/functions/check-callers";
import { findFunction } from "@/server/functions/find-function";
import { newestVersion } from "@/server/functions/newest-version";

/**
 * Lists the live automations that still hold an older version of a function, and whether the newest would work in them.
 *
 * @throws AppError NOT_FOUND
 */
export async function callersBehind(
  app: App,
  actor: Actor,
  input: { id: string },
): Promise<{ version: number; callers: CheckedCaller[] }> {
  const { id, name, description } = await findFunction(app, actor, input.id);
  const newest = await newestVersion(app, actor, id);
  if (!newest) return { version: 0, callers: [] };
  const { number: version, source, signature } = newest;
  const candidate = { name, version, source, description, signature };
  const callers = await checkCallers(app, actor, { name, candidate });
  return { version, callers: callers.filter(({ holds }) => holds < version) };
}
