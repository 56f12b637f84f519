import type { FastifyInstance, FastifyRequest } from "fastify";
import { acceptJsonText } from "@/server/api/http/accept-json-text";
import type { App } from "@/server/app";
import { authHandler } from "@/server/users/auth-handler";

/** Sign-in and sign-out, answered by the users room as web requests. */
export async function authRoutes(scope: FastifyInstance, app: App): Promise<void> {
  acceptJsonText(scope);
  scope.all("/*", async (request, reply) => reply.send(await authHandler(app, webRequest(request), request.ip)));
}

function webRequest(request: FastifyRequest): Request {
  // Behind a proxy that ends TLS the browser's address is the https one; a lie here changes only the liar's own cookie.
  const secure = request.headers["x-forwarded-proto"] === "https";
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  return new Request(`${secure ? "https" : "http"}://${request.host}${request.url}`, {
    method: request.method,
    headers,
    body: hasBody && typeof request.body === "string" ? request.body : undefined,
  });
}
