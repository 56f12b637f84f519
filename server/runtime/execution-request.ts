import type { LineSpan } from "@/core/compiler/program";
import type { ExecutionError } from "@/core/execution/errors";
import type { Headline } from "@/core/execution/headline";
import type { ExecutionLimits, TriggerType } from "@/core/execution/limits";
import type { ExecutionStatus } from "@/core/execution/statuses";
import type { NodePolicy } from "@/core/graph/document";
import type { Json } from "@/core/values/json";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

/** What to run and for whom. Whoever builds one has checked that the actor may. */
export interface ExecutionRequest {
  workspaceId: string;
  version: VersionToRun;
  mode: "live" | "test";
  trigger: { type: TriggerType; nodeId: string };
  /** The trigger's payload. */
  input: Json;
  /** The record it is about, for history. */
  record?: { module: string; id: string; name: string };
  startedById?: string | null;
  /** "page", "api key <name>", "script" */
  startedFrom: string;
  /** The person whose rights it has. */
  runsAsId?: string | null;
  /** Sent twice, it is one execution with one answer. */
  requestId?: string | null;
  rerunOfId?: string | null;
  /** The execution whose step called this one's automation, and how many stand above it with that one. */
  causeExecutionId?: string | null;
  depth?: number;
  /** W3C trace context of the request that starts it. */
  traceparent?: string | null;
  /** False where nobody waits for its answer, so that it may be tried a second time; true unless told. */
  awaited?: boolean;
  /** A test that ends before its first effect. */
  stopBeforeEffects?: boolean;
  /** Instead of the trigger's defaults. */
  limits?: Partial<ExecutionLimits>;
}

/** A version as it is run; a row of `automation_version` fits. Equal ids promise equal content. */
export interface VersionToRun {
  id: string;
  automationId: string | null;
  /** For the test of a function alone. */
  functionId?: string | null;
  /** For the ids and labels of nodes, and whether the start's executions take turns. */
  document: {
    name?: string;
    nodes: readonly { id: string; name: string; label: string; policy?: Pick<NodePolicy, "oneByOne"> }[];
  };
  javascript: string;
  lineMap: readonly LineSpan[];
  abi: number;
}

/** An execution under way. */
export interface StartedExecution {
  executionId: string;
  /** Rejects only when the database fails. */
  finished: Promise<ExecutionOutcome>;
}

/** How an execution ended. */
export interface ExecutionOutcome {
  executionId: string;
  status: ExecutionStatus;
  output: Json;
  error: ExecutionError | null;
  handledFailures: number;
  statements: number;
  durationMs: number;
  /** One line for lists: a message key and its parameters. */
  outcome: Headline | null;
  /** For `stopBeforeEffects`: the effects it would have done next. */
  planned: EffectRequest[];
}
