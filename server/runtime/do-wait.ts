import type { Json } from "@/core/values/json";
import { isPassingError } from "@/server/database/is-passing-error";
import type { AskedEffect } from "@/server/runtime/do-effect";
import { argumentHash, idempotencyKey } from "@/server/runtime/effect-keys";
import type { ExecutionJournal } from "@/server/runtime/execution-journal";
import type { EffectContext } from "@/server/runtime/host/effect";
import { type PreparedWait, prepareWait } from "@/server/runtime/host/prepare-wait";
import { toExecutionError } from "@/server/runtime/host/to-execution-error";
import { LostExecution } from "@/server/runtime/journal/journal";
import type { EffectRow } from "@/server/runtime/journal/journal-write";
import type { OpenWaits } from "@/server/runtime/open-waits";
import type { EffectAnswer } from "@/server/runtime/sandbox/sandbox";
import { findTicket, openTicket } from "@/server/runtime/wait-ticket";

/** A wait this short is not worth putting the execution away, nor a row. */
const SHORT_MS = 1_000;

/**
 * Waits for what a step asked for. A long wait has a ticket from the moment it is known, so that it survives this process.
 *
 * @returns what the program gets
 * @throws LostExecution when the execution belongs to someone else by now; what the database threw while it was away
 */
export async function doWait(
  context: EffectContext,
  { journal, waits }: { journal: ExecutionJournal; waits: OpenWaits },
  { effect, known }: AskedEffect,
  signal: AbortSignal,
): Promise<EffectAnswer> {
  const { app, executionId } = context;
  const startedAt = app.clock.now().getTime();
  const rowOf = (wait: Pick<PreparedWait, "target" | "request">, end: Partial<EffectRow>): EffectRow => {
    const { nodeId, path, attempt, ordinal, kind } = effect;
    const keys = { argumentHash: argumentHash(effect), idempotencyKey: idempotencyKey(executionId, effect) };
    const { target, request } = wait;
    return {
      ...{ nodeId, path, attempt, ordinal, kind, target, request, ...keys, startedAt },
      ...{ status: "intent", result: null, error: null, durationMs: null },
      ...end,
    };
  };
  const since = () => ({ durationMs: app.clock.now().getTime() - startedAt });
  let wait: Pick<PreparedWait, "target" | "request"> = { target: "", request: effect.request };
  try {
    // What was asked for stands, whoever has left or whatever has been set otherwise since.
    let ticket = known ? await findTicket(app, executionId, effect) : null;
    if (known && ticket) wait = known;
    else {
      const prepared = await prepareWait(context, effect);
      wait = prepared;
      if (prepared.ms !== null && prepared.ms < SHORT_MS && endsByTime(prepared))
        return await sleep(prepared.ms, context, signal);
      const opened = await journal.writeWith(effect, async (tx) => {
        const value = await openTicket(tx, context, effect, prepared);
        return { value, row: rowOf(prepared, {}) };
      });
      if ("known" in opened) return { ok: true, value: opened.known };
      ticket = opened.value;
    }
    const value = await waits.until(ticket, signal);
    journal.addEffect(rowOf(wait, { status: "done", result: value, ...since() }));
    return { ok: true, value };
  } catch (thrown) {
    if (thrown instanceof LostExecution || isPassingError(thrown)) throw thrown;
    const error = toExecutionError(thrown, { log: app.log, reference: executionId, workspaceId: context.workspaceId });
    journal.addEffect(rowOf(wait, { status: "failed", error, ...since() }));
    return { ok: false, error };
  }
}

const endsByTime = ({ kind }: PreparedWait): boolean => kind === "time";

function sleep(ms: number, { app }: EffectContext, signal: AbortSignal): Promise<EffectAnswer> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", over);
      const value: Json = { at: app.clock.now().toISOString() };
      resolve({ ok: true, value });
    };
    const timer = setTimeout(over, ms);
    signal.addEventListener("abort", over);
    if (signal.aborted) over();
  });
}
