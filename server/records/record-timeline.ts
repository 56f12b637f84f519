import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { recordNames } from "@/server/records/record-names";
import type { RecordChanges, RecordOrigin } from "@/server/records/record-write";
import { isRecordId } from "@/server/records/stored-record";

/** One entry of what changed a record, and why. */
export interface TimelineEntry {
  id: string;
  kind: "created" | "updated" | "deleted";
  at: Date;
  changes: RecordChanges;
  source: RecordOrigin["source"];
  /** The person, for changes from a page or a key of theirs, or who the automation ran for. */
  person: string | null;
  /** The automation's run, where one wrote. */
  execution: { id: string; automation: string | null } | null;
}

export interface TimelinePage {
  entries: TimelineEntry[];
  /** The names of records that lookups among the changes point at, by id. */
  lookups: Record<string, string>;
  /** Whether an automation ever touched the record. */
  touchedByAutomation: boolean;
  nextCursor: string | null;
}

const PAGE = 30;

/**
 * What changed a record, newest first.
 *
 * @param input.cursor the last page's `nextCursor`
 * @throws BAD_REQUEST when the cursor is none
 */
export async function recordTimeline(
  app: App,
  actor: Actor,
  input: { id: string; cursor?: string | null },
): Promise<TimelinePage> {
  if (input.cursor && !isRecordId(input.cursor)) throw new AppError("BAD_REQUEST", { reason: "cursor" });
  const [{ rows }, touched] = await Promise.all([
    app.pool.query<Omit<TimelineEntry, "execution"> & { executionId: string | null; automation: string | null }>({
      name: "record-timeline",
      text: TIMELINE,
      values: [actor.workspaceId, input.id, input.cursor ?? null, PAGE + 1],
    }),
    app.pool.query(
      "SELECT 1 FROM record_event WHERE workspace_id = $1 AND record_id = $2 AND source = 'automation' LIMIT 1",
      [actor.workspaceId, input.id],
    ),
  ]);
  const entries = rows.slice(0, PAGE).map(({ executionId, automation, ...entry }) => ({
    ...entry,
    execution: executionId ? { id: executionId, automation } : null,
  }));
  return {
    entries,
    lookups: await recordNames(
      app,
      actor.workspaceId,
      entries.flatMap(({ changes }) => Object.values(changes).flatMap(({ from, to }) => [from, to])),
    ),
    touchedByAutomation: touched.rows.length > 0,
    nextCursor: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null,
  };
}

const TIMELINE = `
  SELECT e.id, e.kind, e.created_at AS at, e.changes, e.source, u.name AS person,
    e.execution_id AS "executionId", a.name AS automation
  FROM record_event e
    LEFT JOIN "user" u ON u.id = e.user_id
    LEFT JOIN execution x ON x.workspace_id = e.workspace_id AND x.id = e.execution_id
    LEFT JOIN automation a ON a.workspace_id = e.workspace_id AND a.id = x.automation_id
  WHERE e.workspace_id = $1 AND e.record_id = $2
    AND ($3::uuid IS NULL OR (e.created_at, e.id) < (SELECT c.created_at, c.id FROM record_event c WHERE c.id = $3 AND c.workspace_id = $1))
  ORDER BY e.created_at DESC, e.id DESC LIMIT $4`;
