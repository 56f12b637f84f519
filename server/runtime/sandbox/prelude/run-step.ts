import type { StepPolicy, StepScope } from "@/core/compiler/abi";
import type { StepPlace } from "@/server/runtime/sandbox/mark";
import { markedPath } from "@/server/runtime/sandbox/mark";
import { call, end, never } from "@/server/runtime/sandbox/prelude/call-state";
import { forgetEffects, requestPause } from "@/server/runtime/sandbox/prelude/effects";
import { abortSteps, failStep, goOnAfter, succeedStep } from "@/server/runtime/sandbox/prelude/end-step";
import { type Failure, isFatal, LimitReached, mayPass } from "@/server/runtime/sandbox/prelude/failure";
import {
  type Crossed,
  cross,
  crossAround,
  freeze,
  frozenFromText,
  toJsonText,
} from "@/server/runtime/sandbox/prelude/json-border";
import { afterReplay, isSettled, knownStep, wasTriedAgain } from "@/server/runtime/sandbox/prelude/known-steps";
import { pauseAfter } from "@/server/runtime/sandbox/prelude/pause-after";
import type { RunScope } from "@/server/runtime/sandbox/prelude/run-scope";
import { Step, type StepStart } from "@/server/runtime/sandbox/prelude/step";
import type { KnownStep } from "@/server/runtime/sandbox/sandbox";

export interface StepPlan {
  /** Gives the step's input. */
  config?: ($s: StepScope) => unknown;
  /** How the input becomes JSON. */
  replacer?: (this: Record<string, unknown>, key: string, value: unknown) => unknown;
  /** Does the step. @param input frozen. @returns the output, or for a loop what the program goes on with */
  act: (step: Step, input: unknown) => unknown;
  /** True where the compiled program wrote the input's object around values of other steps. */
  isAround?: boolean;
  /** What the program gets instead of the output. */
  instead?: (output: Crossed) => unknown;
  /** True for a step that stands around others: the known ones among them are passed again inside it. */
  isLoop?: boolean;
}

/**
 * Runs one step. A failure never throws into the program: it is tried again as the policy says, becomes a `Failed` on an
 * *if it fails* line, or ends the round or the execution; a step of a scope that has ended gives a promise that never settles.
 */
export function runStep(scope: RunScope, node: string, plan: StepPlan, policy: StepPolicy = {}): unknown {
  const attempted = call.attempting;
  call.attempting = false;
  return runAttempt({ scope, node, attempted, policy, attempt: 1 }, plan);
}

function runAttempt(start: StepStart, plan: StepPlan): unknown {
  const { scope, node, attempt } = start;
  if (scope.isOver()) return never;
  const place = { nodeId: call.nodeIds[node] ?? node, path: scope.path, attempt };
  const known = knownStep(place);
  if (known?.again && !plan.isLoop) return runAttempt(afresh(start), plan);
  if (known && !known.again && isSettled(known)) return passKnown(known, start, plan);
  if (known && plan.isLoop) return begin(start, plan);
  return afterReplay(() => begin(start, plan));
}

/** @returns the next attempt of a step that is run again, with as many to come as it had at first */
const afresh = ({ attempt, policy, ...start }: StepStart): StepStart => ({
  ...start,
  attempt: attempt + 1,
  policy: { ...policy, attempts: attempt + (policy.attempts ?? 1) },
});

/** Goes on as after a step that an earlier process committed. */
function passKnown(known: KnownStep, start: StepStart, plan: StepPlan): unknown {
  const { scope, attempted } = start;
  if (known.status === "succeeded") {
    const output = { text: JSON.stringify(known.output), value: freeze(known.output) };
    return plan.instead ? plan.instead(output) : output.value;
  }
  if (known.status === "canceled" || !known.error) return never;
  const failure: Failure = known.error;
  if (!mayTryAgain(start) || !mayPass(failure) || isFatal(failure)) return goOnAfter(failure, scope, attempted);
  // It counted as handled for good as long as no further attempt was known.
  if (!wasTriedAgain(known)) call.handledFailures--;
  return tryAgain(failure, known, start, plan);
}

function begin(start: StepStart, plan: StepPlan): unknown {
  const step = startStep(start);
  if (!step) return never;
  step.isLoop = plan.isLoop ?? false;
  if (mayTryAgain(start)) step.tryAgain = (failure) => tryAgain(failure, step, start, plan);
  let result: unknown;
  try {
    let input: unknown = null;
    if (plan.config) {
      const crossed = crossInput(plan, plan.config(step.scope));
      step.input = crossed.text;
      input = crossed.value;
    }
    result = plan.act(step, input);
    // The loop ends its step itself.
    if (plan.isLoop) return result;
  } catch (thrown) {
    return failStep(step, thrown);
  }
  if (!isThenable(result)) return succeedStep(step, result, plan.instead);
  return Promise.resolve(result).then(
    (output) => succeedStep(step, output, plan.instead),
    (thrown) => failStep(step, thrown),
  );
}

function crossInput({ replacer, isAround }: StepPlan, input: unknown): Crossed {
  if (isAround) return crossAround(input);
  if (!replacer) return cross(input);
  const text = toJsonText(input, replacer);
  return { text, value: frozenFromText(text) };
}

const mayTryAgain = ({ attempt, policy }: StepStart): boolean => attempt < (policy.attempts ?? 1);

/** Tries a step again after the policy's pause. */
async function tryAgain(failure: Failure, place: StepPlace, start: StepStart, plan: StepPlan): Promise<unknown> {
  const { scope, attempt, policy } = start;
  const isNext = knownStep({ nodeId: place.nodeId, path: place.path, attempt: attempt + 1 });
  const ms = isNext ? 0 : pauseAfter(place, policy, failure);
  // A pause that fails, because the execution is to end, is over.
  if (ms > 0) await requestPause(place, scope, ms).catch(() => null);
  return await runAttempt({ ...start, attempt: attempt + 1 }, plan);
}

/** @returns null when no step may start any more. */
export function startStep(start: StepStart): Step | null {
  const { scope, node } = start;
  if (scope.isOver()) return null;
  const nodeId = call.nodeIds[node] ?? node;
  if (call.stepsStarted >= call.limits.steps) {
    const { failure } = new LimitReached("STEP_LIMIT", { limit: call.limits.steps });
    end({ kind: "failed", failure: { ...failure, nodeId } });
    return null;
  }
  const step = new Step(start);
  if (!isWhereToStop(step)) return step;
  const { failure } = call.stopAt ?? {};
  forgetEffects();
  if (failure) abortSteps(failure);
  return null;
}

function isWhereToStop({ nodeId, path, attempt }: Step): boolean {
  const { stopAt } = call;
  return stopAt?.nodeId === nodeId && stopAt.attempt === attempt && stopAt.path === markedPath(path);
}

function isThenable(value: unknown): boolean {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
