import type { StepPlace } from "@/server/runtime/sandbox/mark";
import { call } from "@/server/runtime/sandbox/prelude/call-state";
import type { KnownStep } from "@/server/runtime/sandbox/sandbox";

const known = new Map<string, KnownStep>();

/** Steps that wait for the replay of the known ones to be over. */
let held: (() => void)[] = [];
let isReplaying = false;

/** Takes the steps that an earlier process committed; what they used counts. */
export function takeKnownSteps(steps: readonly KnownStep[]): void {
  isReplaying = steps.length > 0;
  for (const step of steps) {
    known.set(keyOf(step), step);
    call.stepsStarted = Math.max(call.stepsStarted, step.ordinal + 1);
    if (isSettled(step)) call.statements += step.statements;
  }
  const failures = steps.filter(({ status, handled }) => status === "failed" && handled);
  call.handledFailures += failures.filter((step) => !wasTriedAgain(step) && !wentOn(step, failures)).length;
}

/** @returns what is known of a step, settled or not. */
export const knownStep = (place: StepPlace): KnownStep | undefined =>
  known.size === 0 ? undefined : known.get(keyOf(place));

/** True when a step is not to be run again. */
export const isSettled = ({ status }: KnownStep): boolean =>
  status === "succeeded" || status === "failed" || status === "canceled";

/**
 * While known steps are passed again, a step that has yet to be done waits: what ended a round or the execution before it
 * could start is among the known ones.
 * @returns what `start` gave
 */
export function afterReplay(start: () => unknown): unknown {
  if (!isReplaying) return start();
  return new Promise((resolve) => held.push(() => resolve(start())));
}

/** Called when no code is left to run: everything known has been passed. @returns whether there was a step to start */
export function endReplay(): boolean {
  isReplaying = false;
  const starts = held;
  held = [];
  for (const start of starts) start();
  return starts.length > 0;
}

export const wasTriedAgain = ({ nodeId, path, attempt }: StepPlace): boolean =>
  known.has(keyOf({ nodeId, path, attempt: attempt + 1 }));

/** True when the loop around a step failed with its failure: then it is the loop's line that handled it. */
function wentOn({ path, error }: KnownStep, failures: readonly KnownStep[]): boolean {
  if (path === "") return false;
  const around = path.split(".").slice(0, -1).join(".");
  return failures.some((other) => other.path === around && other.error?.nodeId === error?.nodeId);
}

const keyOf = ({ nodeId, path, attempt }: StepPlace): string => `${nodeId}/${path}/${attempt}`;
