import type { Actor, App } from "@/server/app";
import type { RecordOrigin } from "@/server/records/record-write";

/** Who gave a field the value it had at a moment. */
export interface FieldWriter {
  at: Date;
  source: RecordOrigin["source"];
  /** The person, or who the automation ran for. */
  person: string | null;
  executionId: string | null;
}

/**
 * Finds the last change of a field before a moment.
 *
 * @param input.field the field's API name
 * @returns null when nothing is known, such as for a record of another workspace
 */
export async function fieldWriter(
  app: App,
  actor: Actor,
  input: { recordId: string; field: string; before: Date },
): Promise<FieldWriter | null> {
  const { rows } = await app.pool.query<FieldWriter>({
    name: "field-writer",
    text: `SELECT e.created_at AS at, e.source, u.name AS person, e.execution_id AS "executionId"
             FROM record_event AS e LEFT JOIN "user" AS u ON u.id = e.user_id
            WHERE e.workspace_id = $1 AND e.record_id = $2 AND e.changes ? $3 AND e.created_at <= $4
            ORDER BY e.created_at DESC, e.id DESC LIMIT 1`,
    values: [actor.workspaceId, input.recordId, input.field, input.before],
  });
  return rows[0] ?? null;
}
