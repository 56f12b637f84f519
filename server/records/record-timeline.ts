import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import type { ExecutionStatus } from "@/core/execution/statuses";
import { roleAllows } from "@/core/users/roles";
import type { Actor, App } from "@/server/app";
import { recordNames } from "@/server/records/record-names";
import type { RecordChanges, RecordOrigin } from "@/server/records/record-write";

/** One entry of what changed a record, and why. */
export interface TimelineEntry {
  id: string;
  /** `ran`: an automation ran on the record and left it as it was. */
  kind: "created" | "updated" | "deleted" | "ran";
  at: Date;
  changes: RecordChanges;
  source: RecordOrigin["source"];
  /** The person, for changes from a page or a key of theirs, or who the automation ran for. */
  person: string | null;
  /** The automation's run, where there was one. */
  execution: TimelineExecution | null;
}

export interface TimelineExecution {
  id: string;
  automation: string | null;
  status: ExecutionStatus;
  handledFailures: number;
  /** Whether this person may open the run. */
  mayOpen: boolean;
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
const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * What changed a record, and which automations ran on it, newest first.
 *
 * @param input.cursor the last page's `nextCursor`
 * @throws BAD_REQUEST when the cursor is none
 */
export async function recordTimeline(
  app: App,
  actor: Actor,
  input: { id: string; cursor?: string | null },
): Promise<TimelinePage> {
  const after = input.cursor ? Cursor.safeParse(input.cursor.split("_")) : null;
  if (after && !after.success) throw new AppError("BAD_REQUEST", { reason: "cursor" });
  const [at, id] = after?.data ?? [null, null];
  const values = [actor.workspaceId, input.id, at, id, PAGE + 1, roleAllows(actor.role, "builder"), actor.userId];
  const [{ rows }, touched] = await Promise.all([
    app.pool.query<TimelineEntry>({ name: "record-timeline", text: TIMELINE, values }),
    app.pool.query({ name: "record-touched", text: TOUCHED, values: [actor.workspaceId, input.id] }),
  ]);
  const entries = rows.slice(0, PAGE);
  const last = entries.at(-1);
  const changed = entries.flatMap(({ changes }) => Object.values(changes).flatMap(({ from, to }) => [from, to]));
  return {
    entries,
    lookups: await recordNames(app, actor.workspaceId, changed),
    touchedByAutomation: touched.rows.length > 0,
    nextCursor: last && rows.length > PAGE ? `${last.at.toISOString()}_${last.id}` : null,
  };
}

const EXECUTION = `CASE WHEN x.id IS NULL THEN NULL ELSE jsonb_build_object('id', x.id, 'automation', a.name, 'status', x.status,
    'handledFailures', x.handled_failures, 'mayOpen', $6::boolean OR x.started_by_id IS NOT DISTINCT FROM $7::text) END`;

const TIMELINE = `
  SELECT id, kind, at, changes, source, person, execution FROM (
    SELECT e.id, e.kind, e.created_at AS at, e.changes, e.source, u.name AS person, ${EXECUTION} AS execution
    FROM record_event e
      LEFT JOIN "user" u ON u.id = e.user_id
      LEFT JOIN execution x ON x.workspace_id = e.workspace_id AND x.id = e.execution_id
      LEFT JOIN automation a ON a.id = x.automation_id
    WHERE e.workspace_id = $1 AND e.record_id = $2
    UNION ALL
    SELECT x.id, 'ran', coalesce(x.started_at, x.queued_at), '{}'::jsonb, 'automation', u.name, ${EXECUTION}
    FROM execution x
      LEFT JOIN "user" u ON u.id = x.started_by_id
      LEFT JOIN automation a ON a.id = x.automation_id
    WHERE x.workspace_id = $1 AND x.record_id = $2 AND x.mode = 'live'
      AND NOT EXISTS (SELECT 1 FROM record_event w WHERE w.execution_id = x.id AND w.record_id = $2)
  ) entry
  WHERE $3::timestamptz IS NULL OR (at, id) < ($3, $4::uuid)
  ORDER BY at DESC, id DESC LIMIT $5`;

const TOUCHED = `
  SELECT 1 FROM record_event WHERE workspace_id = $1 AND record_id = $2 AND source = 'automation'
  UNION ALL SELECT 1 FROM execution WHERE workspace_id = $1 AND record_id = $2 AND mode = 'live'
  LIMIT 1`;
