import type { Failed } from "@/core/compiler/abi";
import { call, end, never } from "@/server/runtime/sandbox/prelude/call-state";
import { type Failure, isFatal, mayPass, toFailure } from "@/server/runtime/sandbox/prelude/failure";
import { type Crossed, cross, frozenFromText } from "@/server/runtime/sandbox/prelude/json-border";
import type { RunScope } from "@/server/runtime/sandbox/prelude/run-scope";
import type { Step } from "@/server/runtime/sandbox/prelude/step";
import { recordStep, type StepStanding } from "@/server/runtime/sandbox/prelude/step-record";

const failedValues = new WeakSet<object>();

export const isFailedValue = (value: unknown): value is Failed =>
  typeof value === "object" && value !== null && failedValues.has(value);

/**
 * Ends a step well, unless a limit stopped it or its output cannot be kept.
 * @param instead gives what the program gets instead of the output
 * @returns what the program goes on with
 */
export function succeedStep(step: Step, value: unknown, instead?: (output: Crossed) => unknown): unknown {
  return whenEffectsAreDone(step, () => settleSucceeded(step, () => cross(value), instead));
}

/** As `succeedStep`, for an output that has crossed or is to. @param give may throw */
export function settleSucceeded(step: Step, give: () => Crossed, instead?: (output: Crossed) => unknown): unknown {
  let output: Crossed;
  try {
    output = give();
  } catch (thrown) {
    return settleFailed(step, step.stopped ?? toFailure(thrown, step.part));
  }
  if (step.stopped) return settleFailed(step, step.stopped);
  if (!settle(step, { status: "succeeded", output: output.text, handle: step.handle })) return never;
  return instead ? instead(output) : output.value;
}

/** Ends a step with what was thrown. @returns what the program goes on with. */
export function failStep(step: Step, thrown: unknown): unknown {
  return whenEffectsAreDone(step, () => settleFailed(step, step.stopped ?? toFailure(thrown, step.part)));
}

/** Ends a step with a failure: it is tried again, or goes down a line, or ends what it stands in. */
export function settleFailed(step: Step, { nodeId, ...rest }: Failure): unknown {
  const { runScope, attempted, tryAgain, isLoop } = step;
  // A loop fails with what failed in it.
  const failure = { ...rest, nodeId: isLoop && nodeId ? nodeId : step.nodeId };
  const goesOn = !isFatal(failure) && !runScope.isOver();
  const again = goesOn && mayPass(failure) ? tryAgain : null;
  const handled = goesOn && (again !== null || attempted || runScope.handled);
  if (!settle(step, { status: "failed", handled, error: failure })) return never;
  if (again) return again(failure);
  if (goesOn && attempted) call.handledFailures++;
  return goOnAfter(failure, runScope, attempted);
}

/** @returns what the program goes on with after a step's last failure */
export function goOnAfter(failure: Failure, scope: RunScope, attempted: boolean): unknown {
  if (!attempted || isFatal(failure) || scope.isOver()) {
    scope.fail(failure);
    return never;
  }
  const { code, message, status, body } = failure;
  const failed = { error: { code, message: message || code, status, body } };
  const frozen = frozenFromText(JSON.stringify(failed)) as object;
  failedValues.add(frozen);
  return frozen;
}

/** Ends a step that is needed no more. */
export function cancelStep(step: Step): void {
  settle(step, { status: "canceled" });
}

/** Ends the step that is at fault for ending the execution from outside; the other running steps are canceled. */
export function abortSteps(failure: Failure): void {
  const running = [...call.running];
  const atFault = running.find((step) => step === call.current) ?? running.find(({ isLoop }) => !isLoop) ?? running[0];
  end({ kind: "failed", failure: { ...failure, nodeId: atFault?.nodeId } });
  for (const step of running) {
    const failed = step === atFault && failure.code !== "CANCELED";
    settle(step, failed ? { status: "failed", error: failure } : { status: "canceled" });
  }
}

/** A step's effects belong to it even where its code does not await them. */
function whenEffectsAreDone(step: Step, settleStep: () => unknown): unknown {
  if (step.pending.length === 0) return settleStep();
  return new Promise((resolve) => {
    step.whenIdle = () => {
      step.whenIdle = null;
      resolve(settleStep());
    };
  });
}

/** Takes a step out of those that run and writes down how it ended. @returns false when that has happened already */
export function settle(step: Step, standing: StepStanding): boolean {
  if (step.settled) return false;
  step.settled = true;
  call.running.delete(step);
  if (step.statements === 0) {
    step.statements = 1;
    call.statements++;
  }
  recordStep(step, standing);
  step.runScope.stepSettled();
  return true;
}
