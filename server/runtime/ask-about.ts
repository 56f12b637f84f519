import type { ExecutionError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import { argumentHash, idempotencyKey } from "@/server/runtime/effect-keys";
import type { EffectRow } from "@/server/runtime/journal/journal-write";
import type { KnownEffect } from "@/server/runtime/known-effect";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

/** @returns why a person has to decide about an effect, with what the decision is about. */
export function decisionError(
  effect: EffectRequest,
  { target }: KnownEffect,
  why: "differs" | "unknown",
): ExecutionError {
  const { nodeId, path, attempt, ordinal } = effect;
  const code = why === "differs" ? "REPLAY_DIFFERS" : "OUTCOME_UNKNOWN";
  return { code, params: { target, path, attempt, ordinal, asksFor: argumentHash(effect) }, message: "", nodeId };
}

/** @returns the row of an effect that was in flight when its process was lost. */
export function unknownEffect(executionId: string, effect: EffectRequest, known: KnownEffect): EffectRow {
  const { nodeId, path, attempt, ordinal, kind } = effect;
  const { target, request, result, error } = known;
  return {
    ...{ nodeId, path, attempt, ordinal, kind, target, request, result, error, status: "unknown" },
    ...{ argumentHash: known.argumentHash, idempotencyKey: idempotencyKey(executionId, effect) },
    ...{ startedAt: 0, durationMs: null },
  };
}

/** Shows the steps whose effects a person is asked about as needing a decision. */
export async function markAsked(app: App, executionId: string, asked: readonly EffectRequest[]): Promise<void> {
  for (const { nodeId, path, attempt } of asked) {
    await app.pool.query(
      `UPDATE execution_step s SET status = 'needs-decision' FROM execution e
        WHERE e.id = $1 AND e.status = 'needs-decision' AND s.execution_id = e.id
          AND s.node_id = $2 AND s.path = $3 AND s.attempt = $4 AND s.status IN ('running', 'waiting')`,
      [executionId, nodeId, path, attempt],
    );
  }
}
