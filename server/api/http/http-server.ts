import { randomUUID } from "node:crypto";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import { answerError } from "@/server/api/http/answer-error";
import { authRoutes } from "@/server/api/http/auth-routes";
import { fileRoutes } from "@/server/api/http/file-routes";
import { guardRequests } from "@/server/api/http/guard-requests";
import { healthRoutes, type Probes } from "@/server/api/http/health-routes";
import { hookRoutes } from "@/server/api/http/hook-routes";
import { type PageHandler, pageRoutes } from "@/server/api/http/page-routes";
import { trpcRoutes } from "@/server/api/http/trpc-routes";
import { registerRest } from "@/server/api/rest/register";
import type { App } from "@/server/app";

/** Longest path of a tRPC batch. */
const PATH_CHARACTERS = 4_000;

/**
 * Everything that answers HTTP, not yet listening. `/api/*` never passes through Next; pages do.
 * @param options.pages answers what is not under `/api`; null where there are no pages, as in tests.
 * @param options.signal ends long subscriptions at shutdown.
 */
export function createHttpServer(
  app: App,
  options: { probes: Probes; pages: PageHandler | null; signal: AbortSignal },
): FastifyInstance {
  const server = Fastify({
    loggerInstance: app.log.child({ part: "http" }) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LIMITS.requestBodyBytes,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: PATH_CHARACTERS },
    genReqId: () => randomUUID(),
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
  });
  server.setErrorHandler(answerError);
  guardRequests(server, app.env);

  healthRoutes(server, options.probes);
  server.register((scope) => trpcRoutes(scope, app, options.signal), { prefix: "/api/trpc" });
  server.register((scope) => authRoutes(scope, app), { prefix: "/api/auth" });
  registerRest(server, app);
  server.register((scope) => hookRoutes(scope, app), { prefix: "/hooks" });
  server.all("/hooks/*", notFound);
  fileRoutes(server, app);
  server.all("/api", notFound);
  server.all("/api/*", notFound);
  const { pages } = options;
  if (pages) server.register((scope) => pageRoutes(scope, pages));
  return server;
}

const notFound = (request: { method: string; url: string }) => {
  throw new AppError("NOT_FOUND", { what: "address", id: `${request.method} ${request.url.split("?")[0]}` });
};
