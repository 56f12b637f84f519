const STEP_COLUMNS = `
    execution_id, workspace_id, node_id, path, attempt, ordinal, status, handled, input, output, handle, error, log,
    statements, lines, started_at, duration_ms, rounds`;

const STEP_VALUES = `
    w."executionId", w."workspaceId", s."nodeId", s.path, s.attempt, s.ordinal, s.status, s.handled, s.input,
    s.output::json, s.handle, s.error::json, s.log, s.statements, s.lines, to_timestamp(s."startedAt" / 1000),
    s."durationMs", s.rounds`;

const STEPS = `
    jsonb_to_recordset(w.steps) AS s(
      "nodeId" text, path text, attempt int, ordinal int, status text, handled boolean, input jsonb, output text,
      handle text, error text, log jsonb, statements int, lines jsonb, "startedAt" float8,
      "durationMs" float8, rounds text)`;

/** Whoever asked it to stop before its end was written has stopped it, however it would have ended. */
const IS_STOPPED = `e.cancel_requested_at IS NOT NULL AND p."finishedAt" IS NOT NULL AND p.status <> 'canceled'`;

/**
 * Writes many executions, their steps and their effects at once. A row that exists is written only under its fencing
 * number and while it has not ended; what belongs to an execution that was not written is left out with it. An execution
 * that is new has no steps to replace, and a plain insert costs much less than one that looks for conflicts.
 *
 * $1 the writes as a JSON list, $2 the owner, $3 the lease in seconds, $4 the channel, $5 the notifications, $6 error and
 * outcome of an execution that was stopped. Gives the ids of the executions it wrote, and their statuses.
 */
export const JOURNAL_STATEMENT = `
WITH write AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS w(
    "executionId" uuid, "workspaceId" uuid, fence bigint, created jsonb, progress jsonb, steps jsonb, effects jsonb)
), created AS (
  INSERT INTO execution (
    id, workspace_id, fence, automation_id, version_id, function_id, mode, trigger_type, trigger_node_id, input, module,
    record_id, record_name, started_by_id, started_from, runs_as_id, request_id, rerun_of_id, cause_execution_id, depth,
    traceparent, limits, variables, seed, time_zone, started_at, concurrency_key, awaited,
    status, output, error, outcome, handled_failures, statements, active_ms, finished_at, lease_owner, lease_until)
  SELECT
    w."executionId", w."workspaceId", w.fence, c."automationId", c."versionId", c."functionId", c.mode, c."triggerType",
    c."triggerNodeId", coalesce(c.input, 'null')::json, c.module, c."recordId", c."recordName", c."startedById",
    c."startedFrom", c."runsAsId", c."requestId", c."rerunOfId", c."causeExecutionId", coalesce(c.depth, 0),
    c.traceparent, c.limits, c.variables::json, c.seed, c."timeZone", to_timestamp(c."startedAt" / 1000),
    c."concurrencyKey", coalesce(c.awaited, true), p.status, p.output, p.error, p.outcome, p."handledFailures",
    p.statements,
    p."activeMs", to_timestamp(p."finishedAt" / 1000),
    CASE WHEN p.status = 'running' THEN $2 END,
    CASE WHEN p.status = 'running' THEN now() + make_interval(secs => $3) END
  FROM write w,
    jsonb_to_record(w.created) AS c(
      "automationId" uuid, "versionId" uuid, "functionId" uuid, mode text, "triggerType" text, "triggerNodeId" text,
      input text, module text, "recordId" uuid, "recordName" text, "startedById" text, "startedFrom" text,
      "runsAsId" text, "requestId" text, "rerunOfId" uuid, "causeExecutionId" uuid, depth int, traceparent text,
      limits jsonb, variables text, seed bigint, "timeZone" text, "startedAt" float8, "concurrencyKey" text,
      awaited boolean),
    jsonb_to_record(w.progress) AS p(
      status text, output jsonb, error jsonb, outcome jsonb, "handledFailures" int, statements int, "activeMs" int,
      "finishedAt" float8)
  WHERE w.created IS NOT NULL
  ON CONFLICT DO NOTHING
  RETURNING id, status
), updated AS (
  UPDATE execution e SET
    status = CASE WHEN ${IS_STOPPED} THEN 'canceled' ELSE p.status END,
    output = CASE WHEN ${IS_STOPPED} THEN 'null' ELSE p.output END,
    error = CASE WHEN ${IS_STOPPED} THEN $6::jsonb->'error' ELSE p.error END,
    outcome = CASE WHEN ${IS_STOPPED} THEN $6::jsonb->'outcome' ELSE p.outcome END,
    handled_failures = p."handledFailures",
    statements = p.statements, active_ms = p."activeMs", finished_at = to_timestamp(p."finishedAt" / 1000),
    wake_at = to_timestamp(p."wakeAt" / 1000), attempt = coalesce(p.attempt, e.attempt),
    lease_owner = CASE WHEN p."finishedAt" IS NULL AND p.status NOT IN ('waiting', 'needs-decision') THEN $2 END,
    lease_until = CASE WHEN p."finishedAt" IS NULL AND p.status NOT IN ('waiting', 'needs-decision')
      THEN now() + make_interval(secs => $3) END
  FROM write w,
    jsonb_to_record(w.progress) AS p(
      status text, output jsonb, error jsonb, outcome jsonb, "handledFailures" int, statements int, "activeMs" int,
      "finishedAt" float8, "wakeAt" float8, attempt int)
  WHERE w.created IS NULL AND e.id = w."executionId" AND e.fence = w.fence AND e.finished_at IS NULL
  RETURNING e.id, e.status
), written AS (
  SELECT id, status FROM created UNION ALL SELECT id, status FROM updated
), first_steps AS (
  INSERT INTO execution_step (${STEP_COLUMNS})
  SELECT ${STEP_VALUES} FROM write w JOIN created ON created.id = w."executionId", ${STEPS}
), steps AS (
  INSERT INTO execution_step (${STEP_COLUMNS})
  SELECT ${STEP_VALUES} FROM write w JOIN updated ON updated.id = w."executionId", ${STEPS}
  ON CONFLICT (execution_id, node_id, path, attempt) DO UPDATE SET
    status = excluded.status, handled = excluded.handled, input = excluded.input, output = excluded.output,
    handle = excluded.handle, error = excluded.error, log = excluded.log, statements = excluded.statements,
    lines = excluded.lines, duration_ms = excluded.duration_ms, rounds = excluded.rounds
), effects AS (
  INSERT INTO execution_effect (
    execution_id, workspace_id, fence, node_id, path, attempt, ordinal, kind, target, status, argument_hash, idempotency_key,
    request, result, error, started_at, duration_ms)
  SELECT
    w."executionId", w."workspaceId", w.fence, f."nodeId", f.path, f.attempt, f.ordinal, f.kind, f.target, f.status,
    f."argumentHash", f."idempotencyKey", coalesce(f.request, 'null'), f.result::json, f.error::json,
    to_timestamp(f."startedAt" / 1000), f."durationMs"
  FROM write w JOIN written ON written.id = w."executionId",
    jsonb_to_recordset(w.effects) AS f(
      "nodeId" text, path text, attempt int, ordinal int, kind text, target text, status text, "argumentHash" text,
      "idempotencyKey" text, request jsonb, result text, error text, "startedAt" float8, "durationMs" float8)
  ON CONFLICT (execution_id, node_id, path, attempt, ordinal) DO UPDATE SET
    status = excluded.status, result = excluded.result, error = excluded.error, fence = excluded.fence,
    duration_ms = excluded.duration_ms
)
SELECT id, status FROM written
UNION ALL
SELECT NULL::uuid, NULL FROM unnest($5::text[]) AS payload WHERE pg_notify($4, payload)::text = ''`;
