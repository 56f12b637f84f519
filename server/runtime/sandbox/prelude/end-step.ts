import type { Failed } from "@/core/compiler/abi";
import { call, end, never } from "@/server/runtime/sandbox/prelude/call-state";
import { type Failure, isFatal, toFailure } from "@/server/runtime/sandbox/prelude/failure";
import { frozenFromText, toJsonText } from "@/server/runtime/sandbox/prelude/json-border";
import type { Step } from "@/server/runtime/sandbox/prelude/step";
import { recordStep } from "@/server/runtime/sandbox/prelude/step-record";

const failedValues = new WeakSet<object>();

export const isFailedValue = (value: unknown): value is Failed =>
  typeof value === "object" && value !== null && failedValues.has(value);

/**
 * Ends a step well, unless a limit stopped it or its output cannot be kept.
 * @param instead gives what the program gets instead of the output
 * @returns what the program goes on with
 */
export function succeedStep(step: Step, value: unknown, instead?: (output: string) => unknown): unknown {
  return whenEffectsAreDone(step, () => {
    let output: string;
    let frozen: unknown;
    try {
      output = toJsonText(value);
      frozen = instead ? null : frozenFromText(output);
    } catch (thrown) {
      return settleFailed(step, thrown);
    }
    if (step.stopped) return settleFailed(step, null);
    if (!settle(step)) return never;
    recordStep(step, { status: "succeeded", output, handle: step.handle });
    return instead ? instead(output) : frozen;
  });
}

/** Ends a step with what was thrown. @returns what the program goes on with. */
export function failStep(step: Step, thrown: unknown): unknown {
  return whenEffectsAreDone(step, () => settleFailed(step, thrown));
}

/** Ends the step that is at fault for ending the execution from outside; the other running steps are canceled. */
export function abortSteps(failure: Failure): void {
  const running = [...call.running];
  const atFault = running.find((step) => step === call.current) ?? running[0];
  end({ kind: "failed", failure: { ...failure, nodeId: atFault?.nodeId } });
  for (const step of running) {
    settle(step);
    if (step === atFault && failure.code !== "CANCELED") recordStep(step, { status: "failed", error: failure });
    else recordStep(step, { status: "canceled" });
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

function settleFailed(step: Step, thrown: unknown): unknown {
  if (!settle(step)) return never;
  const failure = { ...(step.stopped ?? toFailure(thrown, step.part)), nodeId: step.nodeId };
  const handled = step.attempted && !isFatal(failure) && !call.ended;
  recordStep(step, { status: "failed", handled, error: failure });
  if (!handled) {
    end({ kind: "failed", failure });
    return never;
  }
  call.handledFailures++;
  const { code, message, status, body } = failure;
  const failed = { error: { code, message: message || code, status, body } };
  const frozen = frozenFromText(JSON.stringify(failed)) as object;
  failedValues.add(frozen);
  return frozen;
}

/** Takes a step out of those that run. @returns false when that has happened already */
export function settle(step: Step): boolean {
  if (step.settled) return false;
  step.settled = true;
  call.running.delete(step);
  if (step.statements === 0) {
    step.statements = 1;
    call.statements++;
  }
  return true;
}
