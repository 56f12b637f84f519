import type { ExecutionLimits } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";
import { MARK_LENGTH, type StepPlace } from "@/server/runtime/sandbox/mark";
import type { Failure } from "@/server/runtime/sandbox/prelude/failure";
import type { Step } from "@/server/runtime/sandbox/prelude/step";

/** How the execution ended; the first ending wins. */
export type Ending = { kind: "returned"; output: string } | { kind: "failed"; failure: Failure };

/**
 * Everything the prelude knows of the call in progress. It is never reset: the memory image is put back before each
 * call, so a call finds it as it is written here.
 */
export const call = {
  seed: "",
  /** Milliseconds since the epoch, of the moment the call started. */
  startedAt: 0,
  limits: {} as ExecutionLimits,
  stopBeforeEffects: false,
  /** Must the host be asked before a function is called? */
  asksBeforeFunctions: false,
  /** For a replay: the failure to end with where this step begins. */
  stopAt: null as (StepPlace & { failure: Failure }) | null,
  /** What `variables` stands for, frozen. */
  variables: {} as Readonly<Record<string, Json>>,
  nodeIds: {} as Record<string, string>,
  /** For the host, which tells by it at which node a program hangs. */
  nodeNumbers: {} as Record<string, number>,
  /** JSON text of the trigger's payload. */
  payload: "null",
  statements: 0,
  stepsStarted: 0,
  handledFailures: 0,
  hostCalls: 0,
  /** The step whose code runs now: the clock and randomness are its own. */
  current: null as Step | null,
  /** Set while `attempt` calls its step: the next step to start has an *if it fails* line. */
  attempting: false,
  running: new Set<Step>(),
  ended: null as Ending | null,
};

/** Shared with the host's memory: [0] the clock that user code sees, in ms; then the mark of the current step. */
export const sharedWithHost = new Float64Array(1 + MARK_LENGTH);

/** A promise that never settles: what a step gives once the execution has ended. */
export const never = new Promise<never>(() => {});

/** Ends the execution unless it has ended already. */
export function end(ending: Ending): void {
  call.ended ??= ending;
}
