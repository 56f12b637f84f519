import type { EffectKind } from "@/core/execution/journal";
import { call, never } from "@/server/runtime/sandbox/prelude/call-state";
import { type Failure, LimitReached, toHostError } from "@/server/runtime/sandbox/prelude/failure";
import { frozenFromText, toJsonText } from "@/server/runtime/sandbox/prelude/json-border";
import type { Step } from "@/server/runtime/sandbox/prelude/step";

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

type Answer = { ok: true; value: unknown } | { ok: false; error: Failure };

let lastId = 0;
let outbox: PendingEffect[] = [];
const waiting = new Map<number, { step: Step; effect: PendingEffect }>();

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
  if (call.hostCalls >= call.limits.hostCalls) {
    const limit = new LimitReached("HOST_CALL_LIMIT", { limit: call.limits.hostCalls });
    step.stopped = limit.failure;
    throw limit;
  }
  const requestText = toJsonText(request, replacer);
  call.hostCalls++;
  const id = ++lastId;
  const ordinal = step.effectsStarted++;
  const text = `{"id":${id},"nodeId":${JSON.stringify(step.nodeId)},"path":"","ordinal":${ordinal},"kind":"${kind}","request":${requestText}}`;
  return new Promise((resolve, reject) => {
    const effect: PendingEffect = { id, text, answer: null, at: new Error(kind), resolve, reject };
    step.pending.push(effect);
    waiting.set(id, { step, effect });
    outbox.push(effect);
  });
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
    waiter.effect.answer = answer;
    deliverInOrder(waiter.step);
  }
}

/** @returns the JSON texts of the effects asked for since the last time. */
export function takeOutbox(): string[] {
  const texts = outbox.map((effect) => effect.text);
  outbox = [];
  return texts;
}

/** Gives up every effect that is on its way: their answers come no more. */
export function forgetEffects(): void {
  outbox = [];
  waiting.clear();
}

export const effectsAsked = (): number => outbox.length;
export const effectsInFlight = (): number => waiting.size;

function deliverInOrder(step: Step): void {
  while (step.pending[0]?.answer) {
    const effect = step.pending.shift() as PendingEffect;
    const answer = effect.answer as Answer;
    if (answer.ok) effect.resolve(frozenFromText(JSON.stringify(answer.value)));
    else effect.reject(toHostError(answer.error, effect.at));
  }
  if (step.pending.length === 0) step.whenIdle?.();
}
