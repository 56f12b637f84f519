import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { writeDocument } from "@/core/graph/write-document";
import type { Json } from "@/core/values/json";
import { executeLive } from "@/server/api/rest/execute-live";
import { parseInput } from "@/server/api/rest/parse-input";
import { restSentence } from "@/server/api/rest/rest-sentence";
import { sendAnswer } from "@/server/api/rest/send-answer";
import type { App } from "@/server/app";
import { exportDocument } from "@/server/automations/export-document";
import { importDocument } from "@/server/automations/import-document";

const ImportQuery = z.strictObject({ publish: z.enum(["true", "false"]).optional() });
const ById = z.strictObject({ id: z.uuid() });

const Query = z.strictObject({});

/** `POST /automations?publish=true`, `GET /automations/{id}` and `POST /automations/{id}/execute`. */
export function automationRoutes(server: FastifyInstance, app: App): void {
  server.post("/automations", async (request, reply) => {
    const query = parseInput(ImportQuery, request.query);
    if (request.body === null || request.body === undefined)
      throw new AppError("BAD_REQUEST", { reason: restSentence("noDocument") });
    const publish = query.publish === "true";
    const { id, diagnostics, published } = await importDocument(app, request.caller.actor, {
      document: request.body,
      publish,
    });
    const refused = publish && published === null;
    return reply.status(refused ? 422 : 200).send({ id, diagnostics });
  });

  server.get("/automations/:id", async (request, reply) => {
    parseInput(Query, request.query);
    const document = await exportDocument(app, request.caller.actor, parseInput(ById, request.params));
    return reply
      .type("application/json; charset=utf-8")
      .header("cache-control", "no-store")
      .send(writeDocument(document));
  });

  server.post("/automations/:id/execute", async (request, reply) => {
    const { id } = parseInput(ById, request.params);
    return sendAnswer(
      reply,
      await executeLive(app, request, {
        automationId: id,
        input: (request.body ?? null) as Json,
        statusPath: (executionId) => `/api/v1/executions/${executionId}`,
      }),
    );
  });
}
