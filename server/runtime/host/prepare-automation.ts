import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import { findNodeType } from "@/core/nodes/catalogue";
import { checkArguments } from "@/core/nodes/check-arguments";
import { partialConfig } from "@/core/nodes/partial-config";
import type { Json } from "@/core/values/json";
import { type CallableAutomation, callableAutomation, NO_ARGUMENT } from "@/server/automations/callable-automation";
import type { ExecutionRequest } from "@/server/runtime/execution-request";
import { awaitCalled, requestIdOfCall } from "@/server/runtime/host/called-execution";
import type { EffectContext, PrepareEffect } from "@/server/runtime/host/effect";

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
  if (!context.countNestedCall(effect)) throw new AppError("NESTED_CALL_LIMIT", { limit: context.limits.nestedCalls });
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
        const started = await context.startNested({
          ...requestFor(context, called, input, idempotencyKey),
          traceparent: context.traceparentOf(effect),
        });
        return awaitCalled(context, effect, { ...started, name: called.name }, signal);
      },
    },
  };
};

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
  requestId: requestIdOfCall(idempotencyKey),
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

const refusal = (automation: string, params: Record<string, Json>) =>
  new AppError("AUTOMATION_NOT_CALLABLE", { automation, count: 0, ...NO_ARGUMENT, ...params });
