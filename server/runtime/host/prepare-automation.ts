import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import { findNodeType } from "@/core/nodes/catalogue";
import { checkArguments } from "@/core/nodes/check-arguments";
import { partialConfig } from "@/core/nodes/partial-config";
import type { Json } from "@/core/values/json";
import { type CallableAutomation, callableAutomation, NO_ARGUMENT } from "@/server/automations/callable-automation";
import { awaitExecution } from "@/server/runtime/await-execution";
import type { ExecutionOutcome, ExecutionRequest } from "@/server/runtime/execution-request";
import type { EffectContext, EffectResult, PrepareEffect } from "@/server/runtime/host/effect";
import { requestCancel } from "@/server/runtime/request-cancel";

const Schema = z.object({ automation: z.string().trim().min(1).max(120), arguments: z.json().optional() });

/**
 * Runs another automation of the workspace to its end, as an execution of its own. Its request id is the effect's key, so
 * that an effect that is done again after a crash finds the execution that is there.
 */
export const prepareAutomation: PrepareEffect = async (context, effect, idempotencyKey) => {
  const parsed = Schema.safeParse(effect.request);
  if (!parsed.success) throw refusal("", { reason: "shape" });
  if (context.depth >= LIMITS.nestedCallDepth)
    throw new AppError("CALL_DEPTH_LIMIT", { limit: LIMITS.nestedCallDepth });
  if (!context.countNestedCall()) throw new AppError("NESTED_CALL_LIMIT", { limit: LIMITS.nestedCallsPerExecution });
  const { automation: name } = parsed.data;
  const called = await callableAutomation(context.app, context.workspaceId, name);
  const input = inputFor(called, parsed.data.arguments ?? null);
  return {
    target: called.name,
    request: { automation: called.name, automationId: called.id, version: called.version.number, arguments: input },
    isRead: false,
    perform: {
      where: "outside",
      run: async (signal) => {
        const { executionId, finished } = await context.startNested(requestFor(context, called, input, idempotencyKey));
        const cancel = () => void requestCancel(context.app, context.workspaceId, executionId).catch(() => {});
        signal.addEventListener("abort", cancel);
        if (signal.aborted) cancel();
        const outcome = await toTheEnd(context, executionId, finished).finally(() =>
          signal.removeEventListener("abort", cancel),
        );
        return resultOf(called, outcome);
      },
    },
  };
};

/** One that waits is waited for; the caller may be put away meanwhile, and asks for it again when it goes on. */
async function toTheEnd(
  { app, workspaceId, whileWaiting }: EffectContext,
  executionId: string,
  finished: Promise<ExecutionOutcome>,
): Promise<ExecutionOutcome> {
  const outcome = await finished;
  if (outcome.status !== "waiting") return outcome;
  return whileWaiting(awaitExecution(app, { workspaceId, executionId }, { throughWaits: true }));
}

const requestFor = (
  { workspaceId, executionId, depth, mode, automationName }: EffectContext,
  { version, start, ownerId }: CallableAutomation,
  input: Json,
  idempotencyKey: string,
): ExecutionRequest => ({
  workspaceId,
  version,
  mode,
  trigger: { type: start.type === "api" ? "api" : "manual", nodeId: start.id },
  input,
  startedById: null,
  startedFrom: `automation ${automationName}`,
  runsAsId: ownerId,
  requestId: `call ${idempotencyKey}`,
  causeExecutionId: executionId,
  depth: depth + 1,
});

function inputFor({ name, start }: CallableAutomation, sent: Json): Json {
  const type = findNodeType(start.type);
  const { input, problems } = checkArguments(type?.parameters?.(partialConfig(type, start.config)) ?? [], sent);
  const [first] = problems;
  if (!first) return input ?? {};
  const problem = first.reason === "not-an-object" ? "shape" : first.reason;
  throw refusal(name, { reason: "arguments", problem, argument: first.argument, expected: first.expected ?? "" });
}

function resultOf({ name }: CallableAutomation, outcome: ExecutionOutcome): EffectResult {
  const { executionId, status, error, output } = outcome;
  if (status === "succeeded") return { value: output };
  const said = error?.message || (error?.code ?? status);
  return {
    value: { executionId, status },
    error: {
      code: "CALLED_AUTOMATION_FAILED",
      params: { automation: name, executionId, status, said, innerCode: error?.code ?? "" },
      message: said,
    },
  };
}

const refusal = (automation: string, params: Record<string, Json>) =>
  new AppError("AUTOMATION_NOT_CALLABLE", { automation, count: 0, ...NO_ARGUMENT, ...params });
