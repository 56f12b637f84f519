import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";

/** When there may be room again. */
const AGAIN_SECONDS = 1;

/**
 * Bounds what the bodies of all requests under way may hold together: each is in memory until it is answered. One more is
 * refused before it is read.
 */
export function boundBodies(server: FastifyInstance): void {
  let held = 0;
  server.addHook("onRequest", async (request, reply) => {
    const bytes = announcedBytes(request);
    if (bytes === 0) return;
    if (held + bytes > LIMITS.requestBodiesInProcessBytes) {
      throw new AppError("UNAVAILABLE", { seconds: AGAIN_SECONDS });
    }
    held += bytes;
    reply.raw.once("close", () => {
      held -= bytes;
    });
  });
}

/** One that does not say how long it is may be as long as one may be, and so may one that says too much. */
function announcedBytes({ method, headers }: FastifyRequest): number {
  if (method === "GET" || method === "HEAD") return 0;
  const length = Number(headers["content-length"] ?? (headers["transfer-encoding"] ? Number.NaN : 0));
  return Math.min(Number.isFinite(length) ? length : LIMITS.requestBodyBytes, LIMITS.requestBodyBytes);
}
