import type { ExecutionLimits, TriggerType } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";

/** An execution as its row has it, taken over by this process under a new fencing number. */
export interface ClaimedExecution {
  id: string;
  workspaceId: string;
  versionId: string;
  mode: "live" | "test";
  triggerType: TriggerType;
  triggerNodeId: string;
  input: Json;
  startedFrom: string;
  runsAsId: string | null;
  causeExecutionId: string | null;
  traceparent: string | null;
  depth: number;
  awaited: boolean;
  attempt: number;
  limits: ExecutionLimits;
  variables: Record<string, string> | null;
  seed: string;
  /** Null for one that began before zones were kept. */
  timeZone: string | null;
  startedAt: Date;
  activeMs: number;
  fence: string;
  /** Somebody asked it to stop. */
  canceled: boolean;
}

/** The columns of a `ClaimedExecution`, of `execution AS e`. */
export const CLAIMED_COLUMNS = `
  e.id, e.workspace_id AS "workspaceId", e.version_id AS "versionId", e.mode, e.trigger_type AS "triggerType",
  e.trigger_node_id AS "triggerNodeId", e.input, e.started_from AS "startedFrom", e.runs_as_id AS "runsAsId",
  e.cause_execution_id AS "causeExecutionId", e.traceparent, e.depth, e.awaited, e.attempt, e.limits, e.variables, e.seed::text,
  e.time_zone AS "timeZone", e.started_at AS "startedAt", e.active_ms AS "activeMs", e.fence::text,
  e.cancel_requested_at IS NOT NULL AS canceled`;
