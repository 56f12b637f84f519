import type { ExecutionError } from "@/core/execution/errors";
import type { Headline } from "@/core/execution/headline";
import { outcomeOf } from "@/core/execution/outcome";
import type { ExecutionStatus } from "@/core/execution/statuses";
import type { Actor, App } from "@/server/app";
import { executionConditions } from "@/server/executions/execution-conditions";
import { type ExecutionFilter, statusesOf } from "@/server/executions/execution-filter";
import { WAITS_FOR_SECOND_TRY } from "@/server/executions/find-execution";

/** Where the next page begins: behind this execution. */
export interface Cursor {
  /** Null while it is queued; those come first. */
  startedAt: Date | null;
  id: string;
}

export interface ExecutionRow {
  id: string;
  status: ExecutionStatus;
  handledFailures: number;
  mode: "live" | "test";
  /** Null when it was of a function alone. */
  automation: { id: string; name: string } | null;
  function: { id: string; name: string } | null;
  versionNumber: number | null;
  /** What came of it, in one line; null while it runs. */
  outcome: Headline | null;
  record: { module: string; id: string; name: string } | null;
  triggerType: string;
  startedBy: { id: string; name: string } | null;
  startedFrom: string;
  queuedAt: Date;
  startedAt: Date | null;
  durationMs: number | null;
  /** When it is tried a second time; null unless it waits for that. */
  secondTryAt: Date | null;
  attempt: number;
  /** The execution this one repeats, and the newest one that repeats it. */
  rerunOfId: string | null;
  rerunId: string | null;
}

export interface ExecutionPage {
  items: ExecutionRow[];
  nextCursor: Cursor | null;
}

interface SqlRow extends Omit<ExecutionRow, "automation" | "function" | "outcome" | "record" | "startedBy"> {
  automationId: string | null;
  automationName: string | null;
  functionId: string | null;
  functionName: string | null;
  module: string | null;
  recordId: string | null;
  recordName: string | null;
  startedById: string | null;
  startedByName: string | null;
  error: ExecutionError | null;
  /** What it answered, when that is for people to read. */
  message: string | null;
  stepLabel: string | null;
}

/** Lists executions, newest first, one keyset page; members get their own. */
export async function listExecutions(
  app: App,
  actor: Actor,
  input: { filter: ExecutionFilter; cursor?: Cursor; limit: number },
): Promise<ExecutionPage> {
  const after = behind(input.cursor, FIRST_FREE);
  const conditions = executionConditions(actor, input.filter, FIRST_FREE + after.values.length);
  // One index range for each status, merged: a page costs the same however long the history is.
  const { rows } = await app.pool.query<SqlRow>(
    `SELECT ${COLUMNS}
       FROM (SELECT found.* FROM unnest($1::text[]) AS s(status), LATERAL (
               SELECT e.* FROM execution AS e
                WHERE e.status = s.status AND ${[conditions.sql, ...after.sql].join(" AND ")}
                ORDER BY e.started_at DESC, e.id DESC LIMIT $2) AS found
              ORDER BY found.started_at DESC, found.id DESC LIMIT $2) AS e
       LEFT JOIN automation AS a ON a.id = e.automation_id
       LEFT JOIN automation_version AS v ON v.id = e.version_id
       LEFT JOIN function AS f ON f.id = e.function_id
       LEFT JOIN "user" AS u ON u.id = e.started_by_id
      ORDER BY e.started_at DESC, e.id DESC`,
    [statusesOf(input.filter.status), input.limit + 1, ...after.values, ...conditions.values],
  );
  const items = rows.slice(0, input.limit).map(toRow);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > input.limit && last ? { startedAt: last.startedAt, id: last.id } : null };
}

/** The first placeholder that the statement itself does not use. */
const FIRST_FREE = 3;

/** What the list shows of an execution; of its big values only what the one line needs. */
const COLUMNS = `
  e.id, e.status, e.handled_failures AS "handledFailures", e.mode, e.automation_id AS "automationId",
  a.name AS "automationName", e.function_id AS "functionId", f.name AS "functionName", v.number AS "versionNumber",
  e.error, left(coalesce(e.output->>'message', CASE jsonb_typeof(e.output) WHEN 'string' THEN e.output#>>'{}' END), 500) AS message,
  jsonb_path_query_first(v.document, '$.nodes[*] ? (@.id == $id).label',
    jsonb_build_object('id', coalesce(e.error->>'nodeId', ''))) #>> '{}' AS "stepLabel",
  e.module, e.record_id AS "recordId", e.record_name AS "recordName", e.trigger_type AS "triggerType",
  e.started_by_id AS "startedById", u.name AS "startedByName", e.started_from AS "startedFrom",
  e.queued_at AS "queuedAt", e.started_at AS "startedAt",
  extract(epoch FROM e.finished_at - e.started_at)::float8 * 1000 AS "durationMs", e.attempt,
  CASE WHEN ${WAITS_FOR_SECOND_TRY} THEN e.wake_at END AS "secondTryAt",
  e.rerun_of_id AS "rerunOfId",
  (SELECT again.id FROM execution AS again WHERE again.workspace_id = e.workspace_id AND again.rerun_of_id = e.id
    ORDER BY again.id DESC LIMIT 1) AS "rerunId"`;

/** The start of each status comes with the executions that have not started yet. */
function behind(cursor: Cursor | undefined, number: number): { sql: string[]; values: unknown[] } {
  if (!cursor) return { sql: [], values: [] };
  const { startedAt, id } = cursor;
  if (!startedAt) return { sql: [`(e.started_at IS NOT NULL OR e.id < $${number}::uuid)`], values: [id] };
  return { sql: [`(e.started_at, e.id) < ($${number}::timestamptz, $${number + 1}::uuid)`], values: [startedAt, id] };
}

function toRow(row: SqlRow): ExecutionRow {
  const { automationId, automationName, functionId, functionName, module, recordId, recordName, ...rest } = row;
  const { startedById, startedByName, error, message, stepLabel, ...same } = rest;
  return {
    ...same,
    automation: automationId === null ? null : { id: automationId, name: automationName ?? "" },
    function: functionId === null ? null : { id: functionId, name: functionName ?? "" },
    outcome: outcomeOf({ status: row.status, handledFailures: row.handledFailures, error, message, stepLabel }),
    record: module === null || recordId === null ? null : { module, id: recordId, name: recordName ?? "" },
    startedBy: startedById === null ? null : { id: startedById, name: startedByName ?? "" },
  };
}
