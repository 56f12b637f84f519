import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";
import { executeLive } from "@/server/api/rest/execute-live";
import { parseInput } from "@/server/api/rest/parse-input";
import type { App } from "@/server/app";
import { apiTrigger } from "@/server/triggers/api-trigger";

const Params = z.strictObject({ apiName: z.string().min(1).max(100) });
const Query = z.strictObject({});

/** `POST /functions/{apiName}/execute`: what other programs call, with a key made on the automation's page. */
export function functionRoutes(server: FastifyInstance, app: App): void {
  server.post("/functions/:apiName/execute", async (request, reply) => {
    const { apiName } = parseInput(Params, request.params);
    parseInput(Query, request.query);
    const { actor, automationId, manages } = request.caller;
    const found = await apiTrigger(app, { workspaceId: actor.workspaceId, apiName });
    // A key for one automation says "not found" for all others, so it cannot be used to learn their names.
    if (!manages && automationId !== found.automationId) {
      throw new AppError("NOT_FOUND", { what: "function", id: apiName });
    }
    if (request.bodyCharacters > LIMITS.argumentsInBodyCharacters) {
      throw new AppError("BODY_TOO_LARGE", { limit: LIMITS.argumentsInBodyCharacters });
    }
    const answer = await executeLive(app, request, { ...found, input: (request.body ?? null) as Json });
    return reply.status(answer.status).header("cache-control", "no-store").send(answer.body);
  });
  server.route({
    method: ["GET", "PUT", "PATCH", "DELETE"],
    url: "/functions/:apiName/execute",
    handler: () => {
      throw new AppError("METHOD_NOT_ALLOWED", { allowed: "POST" });
    },
  });
}
