import type { FastifyReply, FastifyRequest } from "fastify";
import { retryAfter } from "@/server/api/http/retry-after";
import { restErrorOf } from "@/server/api/rest/rest-error";

/** Answers anything thrown while a request was read or handled: `{ code, message, details }`, never a stack. */
export function answerError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, body } = restErrorOf(thrown, request.id);
  if (status >= 500) request.log.error({ err: thrown, method: request.method, url: pathOf(request) }, "request failed");
  const again = retryAfter(thrown, status);
  if (again !== null) reply.header("retry-after", String(again));
  return reply.status(status).header("cache-control", "no-store").send(body);
}

/** Without the query, which may hold what a log must not. */
const pathOf = (request: FastifyRequest): string => request.url.split("?")[0] ?? "";
