import type { Actor, App } from "@/server/app";
import { inTransaction } from "@/server/database/in-transaction";
import { writeRecord } from "@/server/records/write-record";

/**
 * Deletes one record for a person or a key, and empties the lookups that point at it.
 *
 * @throws NOT_FOUND, CONFLICT as `writeRecord`
 */
export async function deleteRecord(
  app: App,
  actor: Actor,
  input: { module: string; id: string; revision?: number },
  source: "page" | "api" = "page",
): Promise<{ id: string; name: string }> {
  const origin = { source, userId: actor.userId };
  const { name } = await inTransaction(app, (tx) =>
    writeRecord(tx, { kind: "delete", workspaceId: actor.workspaceId, origin, ...input }),
  );
  return { id: input.id, name };
}
