import type { StepScope } from "@/core/compiler/abi";
import { call, end, never } from "@/server/runtime/sandbox/prelude/call-state";
import { forgetEffects } from "@/server/runtime/sandbox/prelude/effects";
import { abortSteps, failStep, succeedStep } from "@/server/runtime/sandbox/prelude/end-step";
import { LimitReached } from "@/server/runtime/sandbox/prelude/failure";
import { frozenFromText, toJsonText } from "@/server/runtime/sandbox/prelude/json-border";
import { Step } from "@/server/runtime/sandbox/prelude/step";

interface StepPlan {
  /** Gives the step's input. */
  config?: ($s: StepScope) => unknown;
  /** How the input becomes JSON. */
  replacer?: (this: Record<string, unknown>, key: string, value: unknown) => unknown;
  /** Does the step. @param input frozen */
  act: (step: Step, input: unknown) => unknown;
  /** What the program gets instead of the output. @param output JSON text */
  instead?: (output: string) => unknown;
}

/**
 * Runs one step. A failure never throws into the program: it becomes a `Failed` on an *if it fails* line, or ends the
 * execution; a step of an execution that has ended gives a promise that never settles.
 */
export function runStep(node: string, plan: StepPlan): unknown {
  const step = startStep(node);
  if (!step) return never;
  let result: unknown;
  try {
    let input: unknown = null;
    if (plan.config) {
      step.input = toJsonText(plan.config(step.scope), plan.replacer);
      input = frozenFromText(step.input);
    }
    result = plan.act(step, input);
  } catch (thrown) {
    return failStep(step, thrown);
  }
  if (!isThenable(result)) return succeedStep(step, result, plan.instead);
  return Promise.resolve(result).then(
    (output) => succeedStep(step, output, plan.instead),
    (thrown) => failStep(step, thrown),
  );
}

/** @returns null when no step may start any more. */
export function startStep(node: string): Step | null {
  const attempted = call.attempting;
  call.attempting = false;
  if (call.ended) return null;
  if (call.stepsStarted >= call.limits.steps) {
    const { failure } = new LimitReached("STEP_LIMIT", { limit: call.limits.steps });
    end({ kind: "failed", failure: { ...failure, nodeId: call.nodeIds[node] ?? node } });
    return null;
  }
  const step = new Step(node, attempted);
  if (call.stopAt?.nodeId !== step.nodeId) return step;
  forgetEffects();
  abortSteps(call.stopAt);
  return null;
}

function isThenable(value: unknown): boolean {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
