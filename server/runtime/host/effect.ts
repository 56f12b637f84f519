import type { PoolClient } from "pg";
import type { ExecutionError } from "@/core/execution/errors";
import type { EffectKind } from "@/core/execution/journal";
import type { ExecutionLimits } from "@/core/execution/limits";
import type { Quota } from "@/core/execution/quotas";
import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";
import type { ExecutionRequest, StartedExecution } from "@/server/runtime/execution-request";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";
import type { SecretVariable } from "@/server/variables/execution-variables";

/** The execution an effect belongs to, as far as doing it needs to know. */
export interface EffectContext {
  app: App;
  workspaceId: string;
  executionId: string;
  mode: "live" | "test";
  /** What people call the automation it is an execution of. */
  automationName: string;
  /** The person whose rights it has; null for nobody in particular. */
  runsAsId: string | null;
  /** How many calling executions stand above it. */
  depth: number;
  /** Secret variables: placeholder and value. */
  secretVariables: readonly SecretVariable[];
  /** @throws AppError NOT_ALLOWED when that person may not act here (any more) */
  checkRights(): Promise<void>;
  /** The trace that what an effect causes belongs to (W3C trace context); null where there are no traces. */
  traceparentOf(effect: EffectRequest): string | null;
  /** Milliseconds left of the execution's time. */
  remainingMs(): number;
  /**
   * Lets the execution be put away while something takes its time elsewhere.
   * @param deadline when it has to go on all the same; null: never
   */
  whileWaiting<T>(work: Promise<T>, deadline: Date | null): Promise<T>;
  /** What it runs under. */
  limits: ExecutionLimits;
  /** Takes one of a daily quota. @throws AppError DAY_LIMIT when the day's are used up */
  takeQuota(quota: Quota): Promise<void>;
  /** Counts a call of another automation, each once. @returns false when there were too many */
  countNestedCall(effect: EffectRequest): boolean;
  /** Starts the execution of a called automation in this process. */
  startNested(request: ExecutionRequest): Promise<StartedExecution>;
}

/** An effect that was checked and can be done. */
export interface PreparedEffect {
  /** What it acts on, in words: "Mailing list", "Leads". */
  target: string;
  /** For the journal: as it will be sent, secrets left out. */
  request: Json;
  /** True where doing it twice changes nothing, so its intent need not be known beforehand. */
  isRead: boolean;
  perform: PerformAlone | PerformInside;
}

/** Done outside the database. */
export interface PerformAlone {
  where: "outside";
  run(signal: AbortSignal): Promise<EffectResult>;
}

/** Done in the transaction that also commits its result. */
export interface PerformInside {
  where: "transaction";
  run(tx: PoolClient): Promise<EffectResult>;
}

/** What came of it, secrets left out. */
export interface EffectResult {
  /** What the program gets. */
  value: Json;
  /** An answer that counts as a failure all the same; `value` is kept beside it. */
  error?: ExecutionError;
  /** What else is committed together with it. */
  keep?(tx: PoolClient): Promise<void>;
}

/** Checks an effect's request. @throws AppError when it cannot even be tried */
export type PrepareEffect = (
  context: EffectContext,
  effect: EffectRequest,
  idempotencyKey: string,
) => Promise<PreparedEffect>;

export type EffectTable = Record<EffectKind, PrepareEffect>;
