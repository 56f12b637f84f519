import { isPassingError } from "@/server/database/is-passing-error";
import type { EffectContext } from "@/server/runtime/host/effect";
import { toExecutionError } from "@/server/runtime/host/to-execution-error";
import type { Before } from "@/server/runtime/run-facts";
import { effectKey } from "@/server/runtime/sandbox/replay-call";
import type { EffectAnswer, FunctionAsk } from "@/server/runtime/sandbox/sandbox";

/**
 * Says whether a function's body may run: it counts as one call of the day. One that is computed again after a crash has
 * counted, where the journal tells that its body had begun.
 *
 * @throws what the database threw while it was away
 */
export async function allowFunctionCall(
  context: EffectContext,
  call: FunctionAsk,
  before: Before | null,
): Promise<EffectAnswer> {
  if (before?.effects.has(effectKey({ ...call, ordinal: 0 }))) return { ok: true, value: null };
  try {
    await context.takeQuota("functionCalls");
    return { ok: true, value: null };
  } catch (thrown) {
    if (isPassingError(thrown)) throw thrown;
    const { app, executionId: reference, workspaceId } = context;
    const error = toExecutionError(thrown, { log: app.log, reference, workspaceId });
    return { ok: false, error: { ...error, nodeId: call.nodeId } };
  }
}
