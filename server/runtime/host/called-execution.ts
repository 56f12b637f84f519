import { isFinal } from "@/core/execution/statuses";
import type { Json } from "@/core/values/json";
import { awaitExecution } from "@/server/runtime/await-execution";
import type { ExecutionOutcome, StartedExecution } from "@/server/runtime/execution-request";
import type { EffectContext, EffectResult, PreparedEffect } from "@/server/runtime/host/effect";
import { requestCancel } from "@/server/runtime/request-cancel";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

/** @returns the request id of the execution that an effect calls: what is done again finds the one that is there. */
export const requestIdOfCall = (idempotencyKey: string): string => `call ${idempotencyKey}`;

/**
 * Goes on with an execution that a step called before it was put away or lost its process, whatever has become of the
 * automation and of the right to call it since.
 *
 * @param known what the journal holds of the effect
 * @returns null when none was started
 */
export async function calledBefore(
  context: EffectContext,
  effect: EffectRequest,
  idempotencyKey: string,
  known: { target: string; request: Json },
): Promise<PreparedEffect | null> {
  const { app, workspaceId } = context;
  const { rows } = await app.pool.query<{ id: string }>({
    name: "called-execution",
    text: "SELECT id FROM execution WHERE workspace_id = $1 AND request_id = $2",
    values: [workspaceId, requestIdOfCall(idempotencyKey)],
  });
  const executionId = rows[0]?.id;
  if (executionId === undefined) return null;
  const { target, request } = known;
  const run = (signal: AbortSignal) => {
    const finished = awaitExecution(app, { workspaceId, executionId });
    return awaitCalled(context, effect, { name: target, executionId, finished }, signal);
  };
  return { target, request, isRead: false, perform: { where: "outside", run } };
}

/** Waits for a called execution to its end; it is stopped when nobody needs it any more. */
export async function awaitCalled(
  context: EffectContext,
  effect: EffectRequest,
  called: StartedExecution & { name: string },
  signal: AbortSignal,
): Promise<EffectResult> {
  const { name, executionId } = called;
  const cancel = () => void requestCancel(context.app, context.workspaceId, executionId).catch(() => {});
  signal.addEventListener("abort", cancel);
  if (signal.aborted) cancel();
  const outcome = await toTheEnd(context, effect, called, signal).finally(() =>
    signal.removeEventListener("abort", cancel),
  );
  return resultOf(name, outcome);
}

/** One that waits is waited for; the caller may be put away meanwhile, and asks for it again when it goes on. */
async function toTheEnd(
  { app, workspaceId, whileWaiting }: EffectContext,
  { policy }: EffectRequest,
  { executionId, finished }: StartedExecution,
  signal: AbortSignal,
): Promise<ExecutionOutcome> {
  const deadline = policy?.timeLimitMs === undefined ? null : new Date(app.clock.now().getTime() + policy.timeLimitMs);
  const outcome = await finished;
  if (isFinal(outcome.status)) return outcome;
  const ended = awaitExecution(app, { workspaceId, executionId }, { throughWaits: true });
  return signal.aborted ? ended : whileWaiting(ended, deadline);
}

function resultOf(automation: string, { executionId, status, error, output }: ExecutionOutcome): EffectResult {
  if (status === "succeeded") return { value: output };
  const said = error?.message || (error?.code ?? status);
  return {
    value: { executionId, status },
    error: {
      code: "CALLED_AUTOMATION_FAILED",
      params: { automation, executionId, status, said, innerCode: error?.code ?? "" },
      message: said,
    },
  };
}
