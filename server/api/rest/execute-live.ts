import type { FastifyRequest } from "fastify";
import { AppError } from "@/core/execution/errors";
import type { TriggerType } from "@/core/execution/limits";
import type { GraphNode } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import { type ArgumentProblem, checkArguments } from "@/core/nodes/check-arguments";
import { partialConfig } from "@/core/nodes/partial-config";
import type { Json } from "@/core/values/json";
import { callerWishes } from "@/server/api/rest/caller-wishes";
import { type ExecutionAnswer, executionAnswer } from "@/server/api/rest/execution-answer";
import { restSentence } from "@/server/api/rest/rest-sentence";
import type { App } from "@/server/app";
import { liveVersion } from "@/server/automations/live-version";
import { queueExecution } from "@/server/runtime/dispatch/queue-execution";
import { type ExecutionOutcome, type ExecutionRequest, execute } from "@/server/runtime/execute";
import { readOutcome } from "@/server/runtime/read-outcome";
import { readTraceparent } from "@/server/traces/traceparent";

interface Start {
  automationId: string;
  /** What the caller sent. */
  input: Json;
  /** Where this caller may ask for an execution, below the server's own address. */
  statusPath: (executionId: string) => string;
}

/**
 * Runs what is live of an automation for a caller who waits, or puts it into the queue for one who does not.
 *
 * @throws NOT_FOUND, NOT_LIVE; BAD_REQUEST when the input does not fit what the automation declares
 */
export async function executeLive(app: App, request: FastifyRequest, start: Start): Promise<ExecutionAnswer> {
  const { inBackground, idempotencyKey } = callerWishes(request.headers);
  const wanted = await requestFor(app, request, start, idempotencyKey);
  const origin = `${request.protocol}://${request.host}`;
  const answerOf = (outcome: ExecutionOutcome) =>
    executionAnswer(outcome, origin, origin + start.statusPath(outcome.executionId));
  if (!inBackground) return answerOf(await execute(app, wanted));

  const { executionId } = await queueExecution(app, wanted);
  const { workspaceId } = wanted;
  const { headers, ...answer } = answerOf(await readOutcome(app, { workspaceId, executionId }));
  return { ...answer, headers: { ...headers, "preference-applied": "respond-async" } };
}

async function requestFor(
  app: App,
  request: FastifyRequest,
  { automationId, input }: Start,
  idempotencyKey: string | null,
): Promise<ExecutionRequest> {
  const { actor, keyName, manages } = request.caller;
  const { workspaceId } = actor;
  const { version, ownerId } = await liveVersion(app, { workspaceId, automationId });
  const trigger = version.document.nodes.find((node) => findNodeType(node.type)?.isTrigger);
  if (!trigger) throw new AppError("NOT_LIVE", { reason: "no-start" });
  return {
    workspaceId,
    version,
    mode: "live",
    trigger: { type: trigger.type as TriggerType, nodeId: trigger.id },
    input: inputFor(trigger, input),
    startedById: null,
    startedFrom: manages ? "script" : `api key ${keyName}`,
    runsAsId: ownerId,
    requestId: idempotencyKey === null ? null : `caller ${automationId} ${idempotencyKey}`,
    traceparent: app.tracer ? readTraceparent(request.headers.traceparent) : null,
  };
}

function inputFor(trigger: GraphNode, sent: Json): Json {
  const type = findNodeType(trigger.type);
  if (!type?.parameters) {
    throw new AppError("BAD_REQUEST", { reason: restSentence("startsOtherwise", { label: trigger.label }) });
  }
  const { input, problems } = checkArguments(type.parameters(partialConfig(type, trigger.config)), sent);
  if (problems.length === 0) return input;
  throw new AppError(
    "BAD_REQUEST",
    { reason: problems.map(inWords).join("; ") },
    { details: problems.map((problem) => ({ ...problem })) },
  );
}

const inWords = ({ argument, reason, expected }: ArgumentProblem): string =>
  reason === "unknown" && expected !== null
    ? restSentence("arguments.unknown-near", { argument, expected })
    : restSentence(`arguments.${reason}`, { argument, expected: expected ?? "" });
