import { createHash, timingSafeEqual } from "node:crypto";
import { BlockList } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";

/** `GET /metrics`, for whoever has the token; without one in the settings, for this machine alone. Counts every answer. */
export function metricsRoutes(server: FastifyInstance, { metrics, env }: App): void {
  server.addHook("onResponse", async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url ?? "none";
    metrics.answered({ method, route, status: reply.raw.statusCode, seconds: reply.elapsedTime / 1_000 });
  });
  server.get("/metrics", async (request, reply) => {
    if (env.metricsToken === null) {
      if (!isFromHere(request)) throw new AppError("FORBIDDEN", { role: "program of this machine" });
    } else if (!isToken(request.headers.authorization, env.metricsToken)) throw new AppError("UNAUTHENTICATED");
    const text = await metrics.text();
    return reply.header("content-type", metrics.contentType).header("cache-control", "no-store").send(text);
  });
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8);
LOOPBACK.addAddress("::1", "ipv6");

/** A proxy on this machine speaks for others, and says so. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const address = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const isForwarded = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some((name) => headers[name] !== undefined);
  return address !== "" && LOOPBACK.check(address, address.includes(":") ? "ipv6" : "ipv4") && !isForwarded;
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const isToken = (header: string | undefined, token: string): boolean =>
  timingSafeEqual(digest(header ?? ""), digest(`Bearer ${token}`));
