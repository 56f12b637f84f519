import type { ExecutionError } from "@/core/execution/errors";
import { quotaOfEffect } from "@/core/execution/quotas";
import type { Json } from "@/core/values/json";
import { isPassingError } from "@/server/database/is-passing-error";
import { patiently } from "@/server/database/patiently";
import { argumentHash, idempotencyKey } from "@/server/runtime/effect-keys";
import type { ExecutionJournal } from "@/server/runtime/execution-journal";
import type { EffectContext, EffectResult, PreparedEffect } from "@/server/runtime/host/effect";
import { prepareEffect } from "@/server/runtime/host/prepare-effect";
import { toExecutionError } from "@/server/runtime/host/to-execution-error";
import { LEASE_SECONDS, LostExecution } from "@/server/runtime/journal/journal";
import type { EffectRow } from "@/server/runtime/journal/journal-write";
import type { KnownEffect } from "@/server/runtime/known-effect";
import type { EffectAnswer, EffectRequest } from "@/server/runtime/sandbox/sandbox";

/** How long the database may be away before an execution is left to whoever takes it over. */
export const PATIENCE_MS = 15_000;

/** So long after it asked for its lease, by its own clock, a process may be sure that nobody has taken it. */
const SURE_MS = 0.9 * LEASE_SECONDS * 1_000;

/** An effect, and what an earlier process committed of it. */
export interface AskedEffect {
  effect: EffectRequest;
  known: KnownEffect | undefined;
}

/**
 * Does one effect with its journal: the intent is committed before, the result after (a record's write commits with its
 * result); a read is only noted down.
 *
 * @param signal aborts when the execution is to end
 * @returns what the program gets
 * @throws LostExecution when the execution belongs to someone else by now; what the database threw while it was away
 */
export async function doEffect(
  context: EffectContext,
  journal: ExecutionJournal,
  { effect, known }: AskedEffect,
  signal: AbortSignal,
): Promise<EffectAnswer> {
  const startedAt = context.app.clock.now().getTime();
  const key = idempotencyKey(context.executionId, effect);
  const { nodeId, path, attempt = 1, ordinal, kind } = effect;
  const unprepared = { target: "", request: effect.request };
  const rowOf = (
    { target, request }: Pick<PreparedEffect, "target" | "request">,
    end: Pick<EffectRow, "status"> & Partial<EffectRow>,
  ): EffectRow => ({
    ...{ nodeId, path, attempt, ordinal, kind, target, request },
    ...{ argumentHash: argumentHash(effect), idempotencyKey: key, result: null, error: null, startedAt },
    durationMs: end.status === "intent" ? null : context.app.clock.now().getTime() - startedAt,
    ...end,
  });
  const failed = (thrown: unknown): ExecutionError => {
    // A database that stays away is no failure of the step: whoever takes the execution over goes on with it.
    if (thrown instanceof LostExecution || isPassingError(thrown)) throw thrown;
    const { app, executionId, workspaceId } = context;
    return toExecutionError(thrown, { log: app.log, reference: executionId, workspaceId });
  };

  let prepared: PreparedEffect | null = null;
  try {
    prepared = await patiently(PATIENCE_MS, () => prepareEffect(context, effect, key, known));
    const quota = quotaOfEffect(kind);
    // One that an earlier process asked for has counted.
    if (quota && !known) await patiently(PATIENCE_MS, () => context.takeQuota(quota));
  } catch (thrown) {
    const error = failed(thrown);
    journal.addEffect(rowOf(prepared ?? unprepared, { status: "failed", error }));
    await journal.write();
    return { ok: false, error };
  }

  if (!prepared.isRead) {
    const askedAt = performance.now();
    journal.addEffect(rowOf(prepared, { status: "intent" }));
    await journal.write();
    // A process that was frozen meanwhile may have been taken for lost: somebody else does it then.
    if (performance.now() - askedAt > SURE_MS) throw new LostExecution(context.executionId);
  }
  /** What the other side said, once it did: what cannot be kept was done all the same. */
  let answered: Json = null;
  const done = ({ value, error }: EffectResult): EffectRow =>
    rowOf(prepared, error ? { status: "failed", result: value, error } : { status: "done", result: value });
  try {
    const { perform } = prepared;
    if (perform.where === "transaction") {
      const written = await journal.writeWith<Json>(effect, async (tx) => {
        const result = await perform.run(tx);
        return { value: result.value, row: done(result) };
      });
      return { ok: true, value: "known" in written ? written.known : written.value };
    }
    const result = prepared.isRead
      ? await patiently(PATIENCE_MS, () => perform.run(signal))
      : await perform.run(signal);
    const { keep } = result;
    if (keep) {
      answered = withoutBody(result.value);
      await journal.writeWith<void>(effect, async (tx) => {
        await keep(tx);
        return { value: undefined, row: done(result) };
      });
    } else {
      journal.addEffect(done(result));
      if (!prepared.isRead) await journal.write();
    }
    return result.error ? { ok: false, error: result.error } : { ok: true, value: result.value };
  } catch (thrown) {
    const error = failed(thrown);
    journal.addEffect(rowOf(prepared, { status: "failed", result: answered, error }));
    await journal.write();
    return { ok: false, error };
  }
}

/** Of an answer whose body is a file that is not stored (yet). */
const withoutBody = (value: Json): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value, body: null } : value;
