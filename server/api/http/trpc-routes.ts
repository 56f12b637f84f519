import { fastifyRequestHandler } from "@trpc/server/adapters/fastify";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "@/core/execution/errors";
import { acceptJsonText } from "@/server/api/http/accept-json-text";
import { retryAfter } from "@/server/api/http/retry-after";
import { readJsonBody } from "@/server/api/read-json-body";
import { restErrorOf } from "@/server/api/rest/rest-error";
import { rootRouter } from "@/server/api/root";
import type { App } from "@/server/app";
import { actorOfRequest } from "@/server/users/actor-of-request";

/** Calls in one request; the pages' client sends no more. */
const CALLS_PER_BATCH = 30;

/** The pages' procedures. What is refused before tRPC reads it is answered in tRPC's shape as well as in ours. */
export async function trpcRoutes(scope: FastifyInstance, app: App, signal: AbortSignal): Promise<void> {
  acceptJsonText(scope);
  scope.setErrorHandler(answerRefusal);

  scope.route<{ Params: { path: string }; Querystring: { input?: string | string[] } }>({
    method: ["GET", "POST"],
    url: "/:path",
    handler: async (request, reply) => {
      const { input } = request.query;
      if (Array.isArray(input)) throw new AppError("BAD_REQUEST", { reason: "input is given more than once" });
      if (input) readJsonBody(input);
      // Outside tRPC, which would call it a mistake of ours that the database is away.
      const signedIn = await actorOfRequest(app, request.headers);
      await fastifyRequestHandler({
        router: rootRouter,
        req: request,
        res: reply,
        path: request.params.path,
        maxBatchSize: CALLS_PER_BATCH,
        responseMeta: ({ errors }) => {
          const [first] = errors;
          const status = first ? getHTTPStatusCodeFromError(first) : 200;
          const seconds = retryAfter(first?.cause, status);
          return seconds === null ? {} : { headers: { "retry-after": String(seconds) } };
        },
        createContext: async () => {
          return {
            app,
            actor: signedIn?.actor ?? null,
            sessionId: signedIn?.sessionId ?? null,
            signal,
            requestId: request.id,
          };
        },
        onError: ({ error, path }) => {
          if (error.code === "INTERNAL_SERVER_ERROR")
            request.log.error({ err: error.cause ?? error, path, reference: request.id }, "procedure failed");
        },
      });
    },
  });
  scope.all("/", () => {
    throw new AppError("NOT_FOUND", { what: "procedure", id: "" });
  });
}

function answerRefusal(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, body } = restErrorOf(thrown, request.id);
  const seconds = retryAfter(thrown, status);
  if (seconds !== null) reply.header("retry-after", String(seconds));
  if (status >= 500) request.log.error({ err: thrown }, "request failed");
  const appError = { code: body.code, params: body.details, details: body.details };
  const error = { message: body.code, code: -32_600, data: { code: "BAD_REQUEST", httpStatus: status, appError } };
  return reply.status(status).send({ ...body, error: { json: error } });
}
