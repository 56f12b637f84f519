import { deservesSecondTry, SECOND_TRY_AFTER_MS } from "@/core/execution/second-try";
import type { App } from "@/server/app";
import type { ExecutionRequest } from "@/server/runtime/execution-request";
import type { ExecutionProgress } from "@/server/runtime/journal/journal-write";
import type { KnownEffect } from "@/server/runtime/known-effect";
import type { RunFacts } from "@/server/runtime/run-facts";
import type { EffectRequest, KnownStep } from "@/server/runtime/sandbox/sandbox";

/**
 * Says what is written at the end of an execution: its end, or that it waits for its second try. That one has a time of its
 * own, and keeps in its row why it is needed until it begins.
 */
export function endOrSecondTry(
  app: App,
  { mode, awaited = true }: ExecutionRequest,
  { attempt }: RunFacts,
  end: ExecutionProgress,
): ExecutionProgress {
  if (!deservesSecondTry({ ...end, mode, awaited, attempt })) return end;
  const wakeAt = app.clock.now().getTime() + SECOND_TRY_AFTER_MS;
  return { ...end, status: "waiting", wakeAt, finishedAt: null, outcome: null, activeMs: 0, attempt: attempt + 1 };
}

interface Known {
  steps: KnownStep[];
  effects: (EffectRequest & KnownEffect)[];
}

const placeOf = ({ nodeId, path, attempt }: Pick<KnownStep, "nodeId" | "path" | "attempt">): string =>
  `${nodeId}/${path}/${attempt}`;

/**
 * Says what of the first try stands in the second. What succeeded, and what a line handled, stays; a step that failed for
 * good is run again; one that was only given up because another failed is run anew, with what it had done outside.
 */
export function knownToSecondTry({ steps, effects }: Known): Known {
  const givenUp = new Set(steps.filter(({ status }) => status === "canceled").map(placeOf));
  return {
    steps: steps.map((step) => {
      if (step.status === "canceled") return { ...step, status: "running" };
      return step.status === "failed" && !step.handled ? { ...step, again: true } : step;
    }),
    effects: effects.filter((effect) => effect.status !== "failed" || !givenUp.has(placeOf(effect))),
  };
}
