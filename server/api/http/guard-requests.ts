import { randomBytes } from "node:crypto";
import { isIP } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "@/core/execution/errors";
import type { Env } from "@/server/env";

declare module "fastify" {
  interface FastifyRequest {
    /** Of the content security policy; new for every request of a page. */
    nonce: string;
  }
}

/** Refuses requests no honest browser makes to us, and gives every answer its security headers. */
export function guardRequests(server: FastifyInstance, env: Pick<Env, "host" | "allowedHosts">): void {
  const hosts = new Set(["localhost", env.host, ...env.allowedHosts].map((host) => host.toLowerCase()));
  server.decorateRequest("nonce", "");

  server.addHook("onRequest", async (request, reply) => {
    reply.headers(COMMON_HEADERS);
    if (isApi(request)) reply.headers(API_HEADERS);
    else request.nonce = randomBytes(16).toString("base64");

    if (!URL.canParse(`http://${request.host}`) || !isKnownHost(request.hostname, hosts))
      throw new AppError("HOST_REFUSED", { host: request.hostname });
    if (isCrossSite(request)) throw new AppError("FORBIDDEN", { role: "page of this server" });
  });
}

const COMMON_HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
};

const API_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

const isApi = (request: FastifyRequest): boolean => /^\/(api|hooks)(\/|\?|$)/.test(request.url);

/** A name that leads here but is not ours may belong to a page that had its address changed to reach us. */
function isKnownHost(hostname: string, hosts: Set<string>): boolean {
  const name = hostname.toLowerCase().replace(/^\[|\]$/g, "");
  return isIP(name) > 0 || hosts.has(name) || name.endsWith(".localhost");
}

/** REST carries a key that no foreign page has, a hook's address is one itself; everything else carries a cookie that the browser adds by itself. */
function isCrossSite(request: FastifyRequest): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  if (request.url.startsWith("/api/v1/") || request.url.startsWith("/hooks/")) return false;
  const { origin, "sec-fetch-site": site } = request.headers;
  if (origin) return !URL.canParse(origin) || new URL(origin).host !== request.host;
  return typeof site === "string" && site !== "same-origin" && site !== "none";
}
