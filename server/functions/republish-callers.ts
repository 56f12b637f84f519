import { AppError } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import { republishLive } from "@/server/automations/republish-live";
import { findFunction } from "@/server/functions/find-function";

export interface RepublishCallersInput {
  id: string;
  automationIds: string[];
  /** What the new versions say of themselves, in the words of the person's language. */
  note: string;
}

/** What became of one caller: the number that is live now, or why not. */
export type RepublishedCaller = { automationId: string } & (
  | { number: number; refused: null }
  | { number: null; refused: { code: string; params: Record<string, Json> } }
);

/**
 * Publishes live automations again with the newest version of a function, each for itself: one that cannot be does not
 * hold up the others.
 *
 * @throws AppError NOT_FOUND; FUNCTION_NOT_PUBLISHED
 */
export async function republishCallers(
  app: App,
  actor: Actor,
  { id, automationIds, note }: RepublishCallersInput,
): Promise<RepublishedCaller[]> {
  const { name, latestVersion: version } = await findFunction(app, actor, id);
  if (version === 0) throw new AppError("FUNCTION_NOT_PUBLISHED", { name });
  const results: RepublishedCaller[] = [];
  for (const automationId of new Set(automationIds)) {
    try {
      const { number } = await republishLive(app, actor, { id: automationId, take: { name, version }, note });
      results.push({ automationId, number, refused: null });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push({ automationId, number: null, refused: { code: error.code, params: error.params } });
    }
  }
  return results;
}
