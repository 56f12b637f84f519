import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";
import { executeLive } from "@/server/api/rest/execute-live";
import { executionAnswer } from "@/server/api/rest/execution-answer";
import { parseInput } from "@/server/api/rest/parse-input";
import { sendAnswer } from "@/server/api/rest/send-answer";
import type { App } from "@/server/app";
import { workspaceLimits } from "@/server/limits/workspace-limits";
import { readOutcome } from "@/server/runtime/read-outcome";
import { apiTrigger } from "@/server/triggers/api-trigger";

const Params = z.strictObject({ apiName: z.string().min(1).max(100) });
const OfExecution = Params.extend({ id: z.uuid() });
const Query = z.strictObject({});

/**
 * `POST /functions/{apiName}/execute`: what other programs call, with a key made on the automation's page; and
 * `GET /functions/{apiName}/executions/{id}`: what became of a call that was answered before its end.
 */
export function functionRoutes(server: FastifyInstance, app: App): void {
  server.post("/functions/:apiName/execute", async (request, reply) => {
    const { apiName } = parseInput(Params, request.params);
    parseInput(Query, request.query);
    const automationId = await calledAutomation(app, request, apiName);
    const { argumentsInBodyCharacters: limit } = await workspaceLimits(app, request.caller.actor.workspaceId);
    if (request.bodyCharacters > limit) throw new AppError("BODY_TOO_LARGE", { limit });
    const answer = await executeLive(app, request, {
      automationId,
      input: (request.body ?? null) as Json,
      statusPath: (executionId) => `/api/v1/functions/${encodeURIComponent(apiName)}/executions/${executionId}`,
    });
    return sendAnswer(reply, answer);
  });
  server.get("/functions/:apiName/executions/:id", async (request, reply) => {
    const { apiName, id } = parseInput(OfExecution, request.params);
    parseInput(Query, request.query);
    const automationId = await calledAutomation(app, request, apiName);
    const { workspaceId } = request.caller.actor;
    const outcome = await readOutcome(app, { workspaceId, executionId: id });
    if (outcome.automationId !== automationId) throw new AppError("NOT_FOUND", { what: "execution", id });
    return sendAnswer(reply, executionAnswer(outcome, `${request.protocol}://${request.host}`));
  });
  server.route({
    method: ["GET", "PUT", "PATCH", "DELETE"],
    url: "/functions/:apiName/execute",
    handler: () => {
      throw new AppError("METHOD_NOT_ALLOWED", { allowed: "POST" });
    },
  });
}

/** A key for one automation says "not found" for all others, so it cannot be used to learn their names. */
async function calledAutomation(app: App, { caller }: FastifyRequest, apiName: string): Promise<string> {
  const { actor, automationId, manages } = caller;
  const found = await apiTrigger(app, { workspaceId: actor.workspaceId, apiName });
  if (manages || automationId === found.automationId) return found.automationId;
  throw new AppError("NOT_FOUND", { what: "function", id: apiName });
}
