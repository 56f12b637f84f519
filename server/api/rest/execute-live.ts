import type { FastifyRequest } from "fastify";
import { AppError } from "@/core/execution/errors";
import type { TriggerType } from "@/core/execution/limits";
import type { GraphNode } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import { type ArgumentProblem, checkArguments } from "@/core/nodes/check-arguments";
import { partialConfig } from "@/core/nodes/partial-config";
import type { Json } from "@/core/values/json";
import { type ExecutionAnswer, executionAnswer } from "@/server/api/rest/execution-answer";
import { restSentence } from "@/server/api/rest/rest-sentence";
import type { App } from "@/server/app";
import { liveVersion } from "@/server/automations/live-version";
import { execute } from "@/server/runtime/execute";

/**
 * Runs what is live of an automation for a caller who waits.
 *
 * @param start the automation, and what the caller sent
 * @throws NOT_FOUND, NOT_LIVE; BAD_REQUEST when the input does not fit what the automation declares
 */
export async function executeLive(
  app: App,
  request: FastifyRequest,
  start: { automationId: string; input: Json },
): Promise<ExecutionAnswer> {
  const { actor, keyName, manages } = request.caller;
  const { workspaceId } = actor;
  const { version, ownerId } = await liveVersion(app, { workspaceId, automationId: start.automationId });
  const trigger = version.document.nodes.find((node) => findNodeType(node.type)?.isTrigger);
  if (!trigger) throw new AppError("NOT_LIVE", { reason: "no-start" });

  const outcome = await execute(app, {
    workspaceId,
    version,
    mode: "live",
    trigger: { type: trigger.type as TriggerType, nodeId: trigger.id },
    input: inputFor(trigger, start.input),
    startedById: null,
    startedFrom: manages ? "script" : `api key ${keyName}`,
    runsAsId: ownerId,
  });
  return executionAnswer(outcome, `${request.protocol}://${request.host}`);
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
