import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";
import { answerError } from "@/server/api/http/answer-error";
import { readJsonBody } from "@/server/api/read-json-body";
import { automationRoutes } from "@/server/api/rest/automation-routes";
import { executionRoutes } from "@/server/api/rest/execution-routes";
import { functionManagementRoutes } from "@/server/api/rest/function-management-routes";
import { functionRoutes } from "@/server/api/rest/function-routes";
import { limitRoutes } from "@/server/api/rest/limit-routes";
import { recordRoutes } from "@/server/api/rest/record-routes";
import { schemaRoute } from "@/server/api/rest/schema-route";
import { type ApiCaller, createApiKeyVerifier } from "@/server/api-keys/verify-api-key";
import type { App } from "@/server/app";

declare module "fastify" {
  interface FastifyRequest {
    /** Who calls; set before any route below /api/v1 runs. */
    caller: ApiCaller;
    /** Length of the JSON text the body came as. */
    bodyCharacters: number;
  }
}

/** Makes the REST surface below /api/v1 part of the server. Nothing here passes through Next. */
export function registerRest(server: FastifyInstance, app: App): void {
  const verifier = createApiKeyVerifier(app);

  server.register(async (open) => schemaRoute(open), { prefix: "/api/v1" });
  server.register(
    async (rest) => {
      rest.removeAllContentTypeParsers();
      rest.addContentTypeParser(
        "application/json",
        { parseAs: "string", bodyLimit: LIMITS.requestBodyBytes },
        async (request: FastifyRequest, body: string): Promise<Json> => {
          request.bodyCharacters = body.length;
          return readJsonBody(body);
        },
      );
      rest.decorateRequest("caller");
      rest.decorateRequest("bodyCharacters", 0);
      rest.addHook("onRequest", async (request) => {
        // In a body it is looked for where the body is read; PostgreSQL cannot even compare a text that holds one.
        if (request.url.includes("%00")) throw new AppError("BAD_TEXT", { field: "address" });
        request.caller = await verifier.verify(request.headers.authorization);
      });
      rest.setErrorHandler(answerError);
      rest.setNotFoundHandler((request) => {
        throw new AppError("NOT_FOUND", { what: "address", id: `${request.method} ${request.url.split("?")[0]}` });
      });

      functionRoutes(rest, app);
      rest.register(async (management) => {
        management.addHook("preHandler", async (request) => {
          if (!request.caller.manages) throw new AppError("FORBIDDEN", { role: "management key" });
        });
        automationRoutes(management, app);
        functionManagementRoutes(management, app);
        executionRoutes(management, app);
        recordRoutes(management, app);
        limitRoutes(management, app);
      });
    },
    { prefix: "/api/v1" },
  );
}
