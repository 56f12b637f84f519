/**
 * One execution with its steps and effects, in one statement.
 * $1 id, $2 workspace, $3 automation, $4 version, $5 input, $6 output, $7 start in ms, $8 duration, $9 steps, $10 effects.
 */
export const JOURNAL = `
WITH e AS (
  INSERT INTO execution (id, workspace_id, automation_id, version_id, mode, status, trigger_type, trigger_node_id, input,
    output, started_from, limits, seed, statements, active_ms, started_at, finished_at)
  VALUES ($1, $2, $3, $4, 'live', 'succeeded', 'api', 'start', $5::jsonb, $6::jsonb, 'script', '{}', 1,
    jsonb_array_length($9::jsonb), $8::int, to_timestamp($7::float8 / 1000), to_timestamp(($7::float8 + $8::int) / 1000))
  RETURNING id, workspace_id
), effects AS (
  INSERT INTO execution_effect (execution_id, workspace_id, fence, node_id, ordinal, kind, target, status, argument_hash,
    idempotency_key, request, result, started_at, duration_ms)
  SELECT e.id, e.workspace_id, 0, f."nodeId", 0, 'call', f.target, 'done', '', '', f.request, f.result,
    to_timestamp(f."startedAt" / 1000), f."durationMs"
  FROM e, jsonb_to_recordset($10::jsonb) AS f(
    "nodeId" text, target text, request jsonb, result jsonb, "startedAt" float8, "durationMs" float8)
)
INSERT INTO execution_step (execution_id, workspace_id, node_id, path, ordinal, status, input, output, handle, log,
  statements, started_at, duration_ms, rounds)
SELECT e.id, e.workspace_id, s."nodeId", coalesce(s.path, ''), s.ordinal, 'succeeded', s.input, s.output, s.handle, '[]',
  s.statements, to_timestamp(s."startedAt" / 1000), s."durationMs", s.rounds
FROM e, jsonb_to_recordset($9::jsonb) AS s(
  "nodeId" text, path text, ordinal int, input jsonb, output jsonb, handle text, statements int, "startedAt" float8,
  "durationMs" float8, rounds text)`;
