import type { StepPolicy } from "@/core/compiler/abi";
import type { ExecutionError } from "@/core/execution/errors";
import type { EffectKind, JournalStep } from "@/core/execution/journal";
import type { ExecutionLimits } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";

/**
 * Where compiled programs run: in processes that hold no secret, no database handle and an empty environment. The port;
 * `conformance.cases.ts` says what every implementation must do.
 */
export interface Sandbox {
  /** Starts a call as soon as a process is free. */
  run(call: SandboxCall): SandboxRun;
  /** @returns whether a process is up and answers a trivial program. */
  ready(): Promise<boolean>;
  /** @returns what it holds now. */
  stats(): SandboxStats;
  /** Ends every process. Running calls end with `WORKER_LOST`. */
  close(): Promise<void>;
}

export interface SandboxStats {
  /** Up and able to run a call. */
  processes: number;
  busy: number;
  /** Calls that wait for a process. */
  waiting: number;
  /** Processes that were killed or died while a call ran in them, since the start. */
  lost: number;
}

/** A program as the sandbox needs it. Equal ids promise equal content. */
export interface SandboxProgram {
  /** The version's id. */
  id: string;
  workspaceId: string;
  javascript: string;
  /** Node ids by node name. */
  nodeIds: Record<string, string>;
  /** IANA zone that `Date` shows inside. */
  timeZone: string;
}

export interface SandboxCall {
  program: SandboxProgram;
  payload: Json;
  /** Seeds randomness together with a step's node and path. */
  seed: string;
  limits: ExecutionLimits;
  /** True: the call ends before its first effect, which `SandboxResult.planned` lists. */
  stopBeforeEffects: boolean;
  /** What `variables` stands for in code and formulas. */
  variables?: Record<string, Json>;
  /** For an execution that goes on: how long it was active before. */
  activeMsBefore?: number;
  /** For an execution that goes on: how often its known steps called the host. */
  hostCallsBefore?: number;
  /** For an execution that goes on: the steps an earlier process committed. */
  known?: readonly KnownStep[];
  /**
   * Does one effect. Must not reject: a failure is an answer.
   * @param signal aborts when the call is to end (by its time limit or because it was canceled), when the attempt's time
   *   is over, and when nobody needs the wait any more
   */
  onEffect(effect: EffectRequest, signal: AbortSignal): Promise<EffectAnswer>;
  /**
   * Says whether a function may be called now; asked before its body runs. Must not reject. It is no effect: nothing of it
   * is kept, and a call that stops before its effects asks all the same. Without it nobody is asked.
   */
  onFunctionCall?(call: FunctionAsk, signal: AbortSignal): Promise<EffectAnswer>;
  /** Hands over the steps that started or ended since the last time, as the JSON text of a `SandboxStep[]`. */
  onSteps(steps: string): void;
}

export interface SandboxRun {
  /** Never rejects. */
  result: Promise<SandboxResult>;
  /** Ends the call with `CANCELED`: at once while it waits, else within a second. */
  cancel(): void;
  /** True while the program can do nothing but wait for the effects that are on their way. */
  isIdle(): boolean;
  /** Ends an idle call without a word to whoever does its effects: the execution is put away. */
  drop(): void;
}

/**
 * A step that was committed. One that is settled (succeeded, failed or canceled) is not run again; any other runs anew
 * with the clock and the place in the order that it had.
 */
export type KnownStep = Pick<
  JournalStep,
  "nodeId" | "path" | "attempt" | "ordinal" | "status" | "output" | "error" | "handled" | "statements" | "startedAt"
> & {
  /** For one that failed: it is run again, as its next attempt, with as many tries as it had; a loop goes on. */
  again?: boolean;
};

/** The step whose function is to be called; its ordinal is none of an effect's. */
export type FunctionAsk = Pick<EffectRequest, "nodeId" | "path" | "attempt" | "ordinal">;

/** An effect the program asks for. Its key is (execution, nodeId, path, attempt, ordinal). */
export interface EffectRequest {
  nodeId: string;
  path: string;
  /** From 1. */
  attempt: number;
  /** Counts from 0 in each attempt; -1 is the pause after the attempt, -2 the question before a function. */
  ordinal: number;
  kind: EffectKind;
  /** What the node or the code asked for; shape by kind, to be checked by the host. */
  request: Json;
  /** How its step is tried, as far as the effect depends on it; `timeLimitMs` is what is left: the signal aborts after it. */
  policy?: Pick<StepPolicy, "timeLimitMs" | "afterCrash">;
}

export type EffectAnswer = { ok: true; value: Json } | { ok: false; error: ExecutionError };

/** A failure as the sandbox sees it: lines are those of the program, innermost first. */
export interface SandboxError extends ExecutionError {
  lines?: number[];
}

export interface SandboxResult {
  end: "returned" | "failed" | "stopped";
  output: Json;
  error: SandboxError | null;
  handledFailures: number;
  statements: number;
  /** For `stopped`: the effects it would have done next. */
  planned: EffectRequest[];
  /** Steps since the last `onSteps`, as the JSON text of a `SandboxStep[]`. */
  steps: string;
}
