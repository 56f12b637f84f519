import type { NotedDecision } from "@/core/execution/decisions";
import { AppError, type ExecutionError } from "@/core/execution/errors";
import type { ExecutionLimits } from "@/core/execution/limits";
import type { ExecutionStatus } from "@/core/execution/statuses";
import { type AutomationDocument, SCHEMA_VERSION } from "@/core/graph/document";
import { roleAllows } from "@/core/users/roles";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import { keptFor } from "@/server/retention/kept-for";
import { timeOfId } from "@/server/retention/weeks";

/** An execution's row with the names around it. */
export interface ExecutionFacts {
  id: string;
  status: ExecutionStatus;
  mode: "live" | "test";
  automationId: string | null;
  automationName: string | null;
  automationDeleted: boolean;
  functionId: string | null;
  functionName: string | null;
  versionId: string;
  versionNumber: number | null;
  liveNumber: number | null;
  functions: { name: string; version: number }[];
  document: AutomationDocument;
  triggerType: string;
  triggerNodeId: string;
  module: string | null;
  recordId: string | null;
  recordName: string | null;
  startedById: string | null;
  startedByName: string | null;
  startedFrom: string;
  runsAsId: string | null;
  runsAsName: string | null;
  input: Json;
  output: Json;
  error: ExecutionError | null;
  handledFailures: number;
  attempt: number;
  statements: number;
  limits: ExecutionLimits;
  activeMs: number;
  queuedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  /** When it is tried a second time; null unless it waits for that. */
  secondTryAt: Date | null;
  /** A person asked it to stop. */
  stopping: boolean;
  rerunOf: string | null;
  /** The fencing number, which names the decision that is open. */
  revision: string;
  decisions: NotedDecision[];
  /** Executions that repeat this one, newest first. */
  reruns: string[];
}

/**
 * Reads an execution; people who may not see all of them find their own, and those that ask them.
 *
 * @throws AppError NOT_FOUND; EXECUTION_FORGOTTEN for an id that is older than what is kept
 */
export async function findExecution(app: App, actor: Actor, id: string): Promise<ExecutionFacts> {
  const all = roleAllows(actor.role, "builder");
  const { rows } = await app.pool.query<ExecutionFacts>({
    name: "find-execution",
    text: FIND,
    values: [actor.workspaceId, id, all, actor.userId],
  });
  const [found] = rows;
  if (!found) throw notFound(app, id);
  return found;
}

/** Of `execution AS e`: a row that waits for anything else holds no error. */
export const WAITS_FOR_SECOND_TRY = "e.status = 'waiting' AND e.attempt > 1 AND e.error IS NOT NULL";

/** An id is the time it was made, so of one that is gone it can still be said until when it was kept, if it was there. */
function notFound(app: App, id: string): AppError {
  const madeAt = timeOfId(id);
  if (madeAt === null || madeAt > keptFor(app).succeeded.getTime())
    return new AppError("NOT_FOUND", { what: "execution", id });
  const { keepDays: days, keepFailedDays: failedDays } = app.env;
  const day = new Date(madeAt + days * 86_400_000).toISOString().slice(0, 10);
  return new AppError("EXECUTION_FORGOTTEN", { id, day, days, failedDays });
}

/** What stands in for the document of a version that is gone. */
const NO_DOCUMENT = `jsonb_build_object('format', 'millrace/automation', 'schemaVersion', ${SCHEMA_VERSION}, 'name', '',
  'nodes', '[]'::jsonb, 'edges', '[]'::jsonb, 'layout', '{}'::jsonb)`;

const FIND = `
  SELECT e.id, e.status, e.mode, e.automation_id AS "automationId", a.name AS "automationName",
    a.deleted_at IS NOT NULL AS "automationDeleted", e.function_id AS "functionId", f.name AS "functionName",
    e.version_id AS "versionId", v.number AS "versionNumber", live.number AS "liveNumber",
    coalesce(v.function_versions, '[]') AS functions, coalesce(v.document, ${NO_DOCUMENT}) AS document,
    e.trigger_type AS "triggerType", e.trigger_node_id AS "triggerNodeId",
    e.module, e.record_id AS "recordId", e.record_name AS "recordName", e.started_by_id AS "startedById",
    u.name AS "startedByName", e.started_from AS "startedFrom", e.runs_as_id AS "runsAsId", r.name AS "runsAsName",
    e.input, e.output, e.error, e.handled_failures AS "handledFailures", e.attempt, e.statements, e.limits,
    e.active_ms AS "activeMs", e.queued_at AS "queuedAt", e.started_at AS "startedAt", e.finished_at AS "finishedAt",
    CASE WHEN ${WAITS_FOR_SECOND_TRY} THEN e.wake_at END AS "secondTryAt",
    e.cancel_requested_at IS NOT NULL AS stopping, e.fence::text AS revision, e.decisions,
    e.rerun_of_id AS "rerunOf",
    ARRAY(SELECT again.id::text FROM execution AS again
           WHERE again.workspace_id = e.workspace_id AND again.rerun_of_id = e.id ORDER BY again.id DESC LIMIT 20) AS reruns
  FROM execution AS e
    LEFT JOIN automation_version AS v ON v.id = e.version_id
    LEFT JOIN automation AS a ON a.id = e.automation_id
    LEFT JOIN automation_version AS live ON live.id = a.live_version_id
    LEFT JOIN function AS f ON f.id = e.function_id
    LEFT JOIN "user" AS u ON u.id = e.started_by_id
    LEFT JOIN "user" AS r ON r.id = e.runs_as_id
  WHERE e.workspace_id = $1 AND e.id = $2 AND ($3 OR e.started_by_id = $4 OR EXISTS (
    SELECT 1 FROM wait_ticket w JOIN "user" asked ON asked.id = $4
     WHERE w.execution_id = e.id AND lower(asked.email) = ANY(w.approvers)))`;
