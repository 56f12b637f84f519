import type { Actor, App } from "@/server/app";
import type { RecordChanges } from "@/server/records/record-write";

/** What one execution changed on one record: each field from its value before the first change to that after the last. */
export async function executionChanges(
  app: App,
  actor: Actor,
  input: { executionId: string; recordId: string },
): Promise<RecordChanges> {
  const { rows } = await app.pool.query<{ changes: RecordChanges }>({
    name: "execution-changes-of-record",
    text: `SELECT changes FROM record_event
           WHERE workspace_id = $1 AND execution_id = $2 AND record_id = $3 ORDER BY revision`,
    values: [actor.workspaceId, input.executionId, input.recordId],
  });
  return mergeChanges(rows.map(({ changes }) => changes));
}

/** Joins changes that follow each other; a field that came back to where it began is left out. */
export function mergeChanges(changes: readonly RecordChanges[]): RecordChanges {
  const merged: RecordChanges = {};
  for (const [field, { from, to }] of changes.flatMap((one) => Object.entries(one))) {
    merged[field] = { from: merged[field] ? merged[field].from : from, to };
  }
  return Object.fromEntries(Object.entries(merged).filter(([, { from, to }]) => from !== to));
}
