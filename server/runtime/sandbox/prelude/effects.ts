import type { EffectKind } from "@/core/execution/journal";
import { FUNCTION_ORDINAL, type StepPlace } from "@/server/runtime/sandbox/mark";
import { call, never } from "@/server/runtime/sandbox/prelude/call-state";
import { cancelStep } from "@/server/runtime/sandbox/prelude/end-step";
import { type Failure, LimitReached, programLines, toHostError } from "@/server/runtime/sandbox/prelude/failure";
import { frozenFromText, toJsonText } from "@/server/runtime/sandbox/prelude/json-border";
import type { RunScope } from "@/server/runtime/sandbox/prelude/run-scope";
import type { Step } from "@/server/runtime/sandbox/prelude/step";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

/** An effect on its way: asked for, perhaps answered, not yet delivered to the code that waits. */
export interface PendingEffect {
  id: number;
  /** JSON text for the host. */
  text: string;
  answer: Answer | null;
  /** Where it was asked for, for the error's line. */
  at: Error;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

interface Waiter {
  effect: PendingEffect;
  scope: RunScope;
  /** Null for a pause between two attempts. */
  step: Step | null;
}

/** The ordinal of the pause after an attempt: the attempt's own effects count from 0. */
const PAUSE_ORDINAL = -1;

type Answer = { ok: true; value: unknown } | { ok: false; error: Failure };

let lastId = 0;
let outbox: PendingEffect[] = [];
let dropped: number[] = [];
const waiting = new Map<number, Waiter>();
/** Those that only ask whether something may be done. */
const questions = new Set<PendingEffect>();
/** The waiters whose effect is a wait: it does nothing outside, so whoever needs it no more drops it. */
const waits = new Map<number, Waiter>();

/**
 * Asks the host for an effect.
 * @param replacer how the request becomes JSON
 * @returns the host's answer, frozen
 */
export function requestEffect(
  step: Step,
  kind: EffectKind,
  request: unknown,
  replacer?: (this: Record<string, unknown>, key: string, value: unknown) => unknown,
): Promise<unknown> {
  if (call.ended) return never;
  if (step.stopped?.code === "STEP_TIME_LIMIT") throw toHostError(step.stopped, new Error(kind));
  const isWait = kind === "wait";
  if (!isWait && call.hostCalls >= call.limits.hostCalls) {
    const limit = new LimitReached("HOST_CALL_LIMIT", { limit: call.limits.hostCalls });
    step.stopped = limit.failure;
    throw limit;
  }
  const requestText = toJsonText(request, replacer);
  if (!isWait) call.hostCalls++;
  const policy = isWait ? undefined : policyFor(step, kind);
  return ask({ place: step, ordinal: step.effectsStarted++, kind, requestText, policy }, (effect) => {
    step.pending.push(effect);
    return { effect, scope: step.runScope, step };
  });
}

/**
 * Asks the host for the pause before another attempt.
 * @param place of the attempt before it
 */
export function requestPause(place: StepPlace, scope: RunScope, ms: number): Promise<unknown> {
  const requestText = JSON.stringify({ for: "time", ms });
  return ask({ place, ordinal: PAUSE_ORDINAL, kind: "wait", requestText }, (effect) => ({
    ...{ effect, scope },
    step: null,
  }));
}

/**
 * Asks the host whether the function of this step may be called.
 * @returns a promise that rejects when it may not
 */
export function askForFunction(step: Step): Promise<unknown> {
  return ask({ place: step, ordinal: FUNCTION_ORDINAL, kind: "function", requestText: "null" }, (effect) => {
    questions.add(effect);
    step.pending.push(effect);
    return { effect, scope: step.runScope, step };
  });
}

/** What the host must know of how the step is tried: the time is what is left of it. */
function policyFor(step: Step, kind: EffectKind): EffectRequest["policy"] {
  const { afterCrash, timeLimitMs } = step.policy;
  if (timeLimitMs === undefined) return afterCrash && { afterCrash };
  // The execution may be put away while it waits for the other automation: that time counts.
  const spent = kind === "automation" ? step.age() : step.duration();
  return { afterCrash, timeLimitMs: Math.max(0, Math.ceil(timeLimitMs - spent)) };
}

interface Asked {
  place: StepPlace;
  ordinal: number;
  kind: EffectKind | "function";
  requestText: string;
  policy?: EffectRequest["policy"];
}

function ask(
  { place: { nodeId, path, attempt }, ordinal, kind, requestText, policy }: Asked,
  toWaiter: (effect: PendingEffect) => Waiter,
): Promise<unknown> {
  const id = ++lastId;
  const head = JSON.stringify({ id, nodeId, path, attempt, ordinal, kind, policy });
  const text = `${head.slice(0, -1)},"request":${requestText}}`;
  return new Promise((resolve, reject) => {
    const effect: PendingEffect = { id, text, answer: null, at: new Error(kind), resolve, reject };
    const waiter = toWaiter(effect);
    waiting.set(id, waiter);
    if (kind === "wait") waits.set(id, waiter);
    outbox.push(effect);
  });
}

/** Drops the waits of a scope that ended, whose steps are canceled; for null those of the whole execution. */
export function dropWaits(scope: RunScope | null): void {
  for (const [id, waiter] of waits) {
    if (scope && !waiter.scope.isInside(scope)) continue;
    waits.delete(id);
    waiting.delete(id);
    if (outbox.includes(waiter.effect)) outbox = outbox.filter((effect) => effect !== waiter.effect);
    else dropped.push(id);
    if (waiter.step && scope) cancelStep(waiter.step);
  }
}

/**
 * Takes the host's answers. Within a step they reach the code in the order of its calls, whatever order they come in.
 * @param text JSON text of `{ id, ok, value | error }[]`
 */
export function deliverAnswers(text: string): void {
  for (const answer of JSON.parse(text) as ({ id: number } & Answer)[]) {
    const waiter = waiting.get(answer.id);
    if (!waiter) continue;
    waiting.delete(answer.id);
    waits.delete(answer.id);
    waiter.effect.answer = answer;
    questions.delete(waiter.effect);
    if (waiter.step) deliverInOrder(waiter.step);
    else deliver(waiter.effect);
  }
}

/** @returns the JSON texts of the effects asked for since the last time. */
export function takeOutbox(): string[] {
  const texts = outbox.map((effect) => effect.text);
  outbox = [];
  return texts;
}

/** @returns the JSON texts of the questions asked since the last time; effects stay where they are. */
export function takeQuestions(): string[] {
  const texts = outbox.filter((effect) => questions.has(effect)).map((effect) => effect.text);
  outbox = outbox.filter((effect) => !questions.has(effect));
  return texts;
}

/** @returns the ids of the waits that were dropped after the host had been asked for them, since the last time. */
export function takeDropped(): number[] {
  const ids = dropped;
  dropped = [];
  return ids;
}

/** True while a step waits for a time, a person or a call. */
export function isWaiting(step: Step): boolean {
  for (const waiter of waits.values()) if (waiter.step === step) return true;
  return false;
}

/** Gives up every effect that is on its way: their answers come no more. */
export function forgetEffects(): void {
  outbox = [];
  waiting.clear();
  waits.clear();
  questions.clear();
}

/** Questions that have no answer yet. */
export const questionsOpen = (): number => questions.size;
export const effectsAsked = (): number => outbox.length;
export const effectsInFlight = (): number => waiting.size;

function deliverInOrder(step: Step): void {
  while (step.pending[0]?.answer) {
    const effect = step.pending.shift() as PendingEffect;
    const answer = effect.answer as Answer;
    if (!answer.ok && answer.error.code === "STEP_TIME_LIMIT") {
      answer.error.params = { seconds: (step.policy.timeLimitMs ?? 0) / 1_000 };
      step.stopped ??= { ...answer.error, lines: programLines(effect.at) };
    }
    deliver(effect);
  }
  if (step.pending.length === 0) step.whenIdle?.();
}

function deliver({ answer, at, resolve, reject }: PendingEffect): void {
  if (answer?.ok) resolve(frozenFromText(JSON.stringify(answer.value)));
  else if (answer) reject(toHostError(answer.error, at));
}
