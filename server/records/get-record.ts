import type { Actor, App } from "@/server/app";
import { findModule } from "@/server/records/find-module";
import { listModules } from "@/server/records/list-modules";
import { lookupNames } from "@/server/records/lookup-names";
import { type ReadRecord, readRecord } from "@/server/records/read-record";

/**
 * One record for its page.
 *
 * @returns the record with the names of the records its lookups point at, by id
 * @throws NOT_FOUND
 */
export async function getRecord(
  app: App,
  actor: Actor,
  input: { module: string; id: string },
): Promise<ReadRecord & { lookups: Record<string, string> }> {
  const read = await readRecord(app, actor.workspaceId, input.module, input.id);
  const crmModule = findModule(await listModules(app, actor), input.module);
  return { ...read, lookups: await lookupNames(app, actor, crmModule, [read.record]) };
}
