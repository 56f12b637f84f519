const STEP_COLUMNS = `
    execution_id, workspace_id, node_id, path, attempt, ordinal, status, handled, input, output, handle, error, log,
    statements, lines, started_at, duration_ms, rounds`;

const STEP_VALUES = `
    w."executionId", w."workspaceId", s."nodeId", s.path, s.attempt, s.ordinal, s.status, s.handled, s.input, s.output,
    s.handle, s.error, s.log, s.statements, s.lines, to_timestamp(s."startedAt" / 1000), s."durationMs",
    s.rounds`;

const STEPS = `
    jsonb_to_recordset(w.steps) AS s(
      "nodeId" text, path text, attempt int, ordinal int, status text, handled boolean, input jsonb, output jsonb,
      handle text, error jsonb, log jsonb, statements int, lines jsonb, "startedAt" float8,
      "durationMs" float8, rounds text)`;

/**
 * Writes many executions, their steps and their effects at once. A row that exists is written only under its fencing
 * number and while it has not ended; what belongs to an execution that was not written is left out with it. An execution
 * that is new has no steps to replace, and a plain insert costs much less than one that looks for conflicts.
 *
 * $1 the writes as a JSON list, $2 the owner, $3 the lease in seconds, $4 the channel, $5 the notifications. Gives the
 * ids of the executions it wrote.
 */
export const JOURNAL_STATEMENT = `
WITH write AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS w(
    "executionId" uuid, "workspaceId" uuid, fence bigint, created jsonb, progress jsonb, steps jsonb, effects jsonb)
), created AS (
  INSERT INTO execution (
    id, workspace_id, fence, automation_id, version_id, function_id, mode, trigger_type, trigger_node_id, input, module,
    record_id, record_name, started_by_id, started_from, runs_as_id, request_id, rerun_of_id, cause_execution_id, depth,
    limits, variables, seed, started_at, concurrency_key,
    status, output, error, outcome, handled_failures, statements, active_ms, finished_at, lease_owner, lease_until)
  SELECT
    w."executionId", w."workspaceId", w.fence, c."automationId", c."versionId", c."functionId", c.mode, c."triggerType",
    c."triggerNodeId", coalesce(c.input, 'null'), c.module, c."recordId", c."recordName", c."startedById",
    c."startedFrom", c."runsAsId", c."requestId", c."rerunOfId", c."causeExecutionId", coalesce(c.depth, 0),
    c.limits, c.variables, c.seed,
    to_timestamp(c."startedAt" / 1000), c."concurrencyKey", p.status, p.output, p.error, p.outcome, p."handledFailures", p.statements,
    p."activeMs", to_timestamp(p."finishedAt" / 1000),
    CASE WHEN p.status = 'running' THEN $2 END,
    CASE WHEN p.status = 'running' THEN now() + make_interval(secs => $3) END
  FROM write w,
    jsonb_to_record(w.created) AS c(
      "automationId" uuid, "versionId" uuid, "functionId" uuid, mode text, "triggerType" text, "triggerNodeId" text,
      input jsonb, module text, "recordId" uuid, "recordName" text, "startedById" text, "startedFrom" text,
      "runsAsId" text, "requestId" text, "rerunOfId" uuid, "causeExecutionId" uuid, depth int, limits jsonb,
      variables jsonb, seed bigint, "startedAt" float8, "concurrencyKey" text),
    jsonb_to_record(w.progress) AS p(
      status text, output jsonb, error jsonb, outcome jsonb, "handledFailures" int, statements int, "activeMs" int,
      "finishedAt" float8)
  WHERE w.created IS NOT NULL
  ON CONFLICT DO NOTHING
  RETURNING id
), updated AS (
  UPDATE execution e SET
    status = p.status, output = p.output, error = p.error, outcome = p.outcome, handled_failures = p."handledFailures",
    statements = p.statements, active_ms = p."activeMs", finished_at = to_timestamp(p."finishedAt" / 1000),
    wake_at = to_timestamp(p."wakeAt" / 1000),
    lease_owner = CASE WHEN p."finishedAt" IS NULL AND p.status <> 'waiting' THEN $2 END,
    lease_until = CASE WHEN p."finishedAt" IS NULL AND p.status <> 'waiting' THEN now() + make_interval(secs => $3) END
  FROM write w,
    jsonb_to_record(w.progress) AS p(
      status text, output jsonb, error jsonb, outcome jsonb, "handledFailures" int, statements int, "activeMs" int,
      "finishedAt" float8, "wakeAt" float8)
  WHERE w.created IS NULL AND e.id = w."executionId" AND e.fence = w.fence AND e.finished_at IS NULL
  RETURNING e.id
), written AS (
  SELECT id FROM created UNION ALL SELECT id FROM updated
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
    f."argumentHash", f."idempotencyKey", coalesce(f.request, 'null'), f.result, f.error,
    to_timestamp(f."startedAt" / 1000), f."durationMs"
  FROM write w JOIN written ON written.id = w."executionId",
    jsonb_to_recordset(w.effects) AS f(
      "nodeId" text, path text, attempt int, ordinal int, kind text, target text, status text, "argumentHash" text,
      "idempotencyKey" text, request jsonb, result jsonb, error jsonb, "startedAt" float8, "durationMs" float8)
  ON CONFLICT (execution_id, node_id, path, attempt, ordinal) DO UPDATE SET
    status = excluded.status, result = excluded.result, error = excluded.error, fence = excluded.fence,
    duration_ms = excluded.duration_ms
)
SELECT id FROM written
UNION ALL
SELECT NULL::uuid FROM unnest($5::text[]) AS payload WHERE pg_notify($4, payload)::text = ''`;
