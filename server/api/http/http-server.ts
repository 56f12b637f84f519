import { randomUUID } from "node:crypto";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import { answerError } from "@/server/api/http/answer-error";
import { authRoutes } from "@/server/api/http/auth-routes";
import { boundBodies } from "@/server/api/http/bound-bodies";
import { fileRoutes } from "@/server/api/http/file-routes";
import { guardRequests } from "@/server/api/http/guard-requests";
import { healthRoutes, type Probes } from "@/server/api/http/health-routes";
import { hookRoutes } from "@/server/api/http/hook-routes";
import { metricsRoutes } from "@/server/api/http/metrics-routes";
import { type PageHandler, pageRoutes } from "@/server/api/http/page-routes";
import { trpcRoutes } from "@/server/api/http/trpc-routes";
import { registerRest } from "@/server/api/rest/register";
import type { App } from "@/server/app";

/** Longest path of a tRPC batch. */
const PATH_CHARACTERS = 4_000;

/** How long a request may take to arrive whole. */
const REQUEST_TIMEOUT_MS = 60_000;

/** What both kinds of server need to say about themselves. */
interface HealthOptions {
  probes: Probes;
  /** True once the process is on its way down: it says that it is not ready, and lets its connections go. */
  isStopping?: () => boolean;
}

/**
 * Everything that answers HTTP, not yet listening. `/api/*` never passes through Next; pages do.
 * @param options.pages answers what is not under `/api`; null where there are no pages, as in tests.
 * @param options.signal ends long subscriptions at shutdown.
 */
export function createHttpServer(
  app: App,
  options: HealthOptions & { pages: PageHandler | null; signal: AbortSignal },
): FastifyInstance {
  const server = createHealthServer(app, options);
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

/** A server that only says how the process is, for one that works where nobody waits. Not yet listening. */
export function createHealthServer(app: App, options: HealthOptions): FastifyInstance {
  const { probes, isStopping = () => false } = options;
  const server = Fastify({
    loggerInstance: app.log.child({ part: "http" }) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LIMITS.requestBodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: PATH_CHARACTERS },
    genReqId: () => randomUUID(),
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
  });
  server.setErrorHandler(answerError);
  server.setNotFoundHandler(notFound);
  guardRequests(server, app.env);
  boundBodies(server);
  server.addHook("onSend", async (_request, reply) => {
    if (isStopping()) reply.header("connection", "close");
  });
  metricsRoutes(server, app);
  healthRoutes(server, probes, isStopping);
  return server;
}

const notFound = (request: { method: string; url: string }) => {
  throw new AppError("NOT_FOUND", { what: "address", id: `${request.method} ${request.url.split("?")[0]}` });
};
