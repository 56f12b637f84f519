import { call, end, sharedWithHost } from "@/server/runtime/sandbox/prelude/call-state";
import {
  deliverAnswers,
  dropWaits,
  effectsAsked,
  effectsInFlight,
  forgetEffects,
  isWaiting,
  questionsOpen,
  takeDropped,
  takeOutbox,
  takeQuestions,
} from "@/server/runtime/sandbox/prelude/effects";
import { abortSteps, cancelStep } from "@/server/runtime/sandbox/prelude/end-step";
import { type Failure, toFailure } from "@/server/runtime/sandbox/prelude/failure";
import { freezeBuiltIns } from "@/server/runtime/sandbox/prelude/freeze-built-ins";
import { installGlobals } from "@/server/runtime/sandbox/prelude/install-globals";
import { connectIntl } from "@/server/runtime/sandbox/prelude/intl-over-host";
import { freeze, frozenFromText, toJsonText } from "@/server/runtime/sandbox/prelude/json-border";
import { endReplay, takeKnownSteps } from "@/server/runtime/sandbox/prelude/known-steps";
import { ScopedRun } from "@/server/runtime/sandbox/prelude/run";
import { RunScope } from "@/server/runtime/sandbox/prelude/run-scope";
import { recordStep, takeRecords } from "@/server/runtime/sandbox/prelude/step-record";
import type { KnownStep, SandboxError } from "@/server/runtime/sandbox/sandbox";

type Main = (run: ScopedRun, trigger: unknown) => Promise<unknown>;

let main: Main;

/**
 * The last thing before the memory image is taken: from here on nothing global can change.
 * @param program what the program's script evaluated to
 * @param nodeIds JSON text: node ids by node name
 */
export function attach(program: Main, nodeIds: string): void {
  main = program;
  call.nodeIds = JSON.parse(nodeIds) as Record<string, string>;
  Object.keys(call.nodeIds).forEach((name, number) => {
    call.nodeNumbers[name] = number;
  });
  Object.freeze(globalThis);
}

type Settings = Pick<
  typeof call,
  "seed" | "startedAt" | "limits" | "stopBeforeEffects" | "asksBeforeFunctions" | "stopAt" | "variables" | "hostCalls"
> & { known: KnownStep[] };

/** @param settings JSON text. @param payload JSON text of the trigger's payload, checked by the host. */
export function start(settings: string, payload: string): void {
  const { known, variables, ...given } = JSON.parse(settings) as Settings;
  Object.assign(call, { ...given, payload, variables: freeze(variables) });
  takeKnownSteps(known);
  main(new ScopedRun(new RunScope(null)), frozenFromText(call.payload)).then(
    (output) => end({ kind: "returned", output: toJsonText(output) }),
    (thrown) => end({ kind: "failed", failure: toFailure(thrown, "formula") }),
  );
}

export const deliver = deliverAnswers;

/** Ends the call from outside. @param failure JSON text of a `Failure`. */
export function abort(failure: string): void {
  forgetEffects();
  abortSteps(JSON.parse(failure) as Failure);
}

/**
 * Called when no code is left to run.
 * @returns a line of JSON (what the host must do next) and a line with the JSON of the steps since the last time; "" when
 *   there is code to run again
 */
export function drain(): string {
  if (!call.ended && endReplay()) return "";
  if (call.ended) dropWaits(null);
  if (!call.ended && effectsAsked() + effectsInFlight() === 0) {
    abortSteps({ code: "WAITS_FOREVER", params: {}, message: "" });
  }
  if (call.ended && call.stopBeforeEffects) forgetEffects();
  if (!call.ended && call.stopBeforeEffects && questionsOpen() === 0) return finish("stopped", takeOutbox());
  const effects = call.stopBeforeEffects ? takeQuestions() : takeOutbox();
  if (call.ended && effectsInFlight() === 0) return finish(call.ended.kind, []);
  for (const step of call.running) {
    if (!step.announced) recordStep(step, { status: isWaiting(step) ? "waiting" : "running" });
    step.announced = true;
  }
  return `{"type":"effects","effects":[${effects.join(",")}],"dropped":[${takeDropped().join(",")}]}\n${takeRecords()}`;
}

function finish(kind: "returned" | "failed" | "stopped", planned: string[]): string {
  for (const step of [...call.running]) cancelStep(step);
  const ended = call.ended;
  const output = ended?.kind === "returned" ? ended.output : "null";
  const error: SandboxError | null = ended?.kind === "failed" ? ended.failure : null;
  const header =
    `{"type":"end","end":"${kind}","output":${output},"error":${error ? JSON.stringify(error) : "null"},` +
    `"handledFailures":${call.handledFailures},"statements":${call.statements},"planned":[${planned.join(",")}]}`;
  return `${header}\n${takeRecords()}`;
}

installGlobals();
freezeBuiltIns();
Object.freeze(ScopedRun.prototype);

export { connectIntl, sharedWithHost };
