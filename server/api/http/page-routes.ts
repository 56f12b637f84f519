import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { AppError } from "@/core/execution/errors";

/** Next, as far as HTTP sees it. */
export interface PageHandler {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  dev: boolean;
}

/** Hands everything that is not under `/api` to Next, with the nonce its pages need. */
export async function pageRoutes(scope: FastifyInstance, pages: PageHandler): Promise<void> {
  scope.removeAllContentTypeParsers();
  // Next reads the body itself.
  scope.addContentTypeParser("*", (_request, _payload, done) => done(null));

  scope.all("/*", async (request, reply) => {
    if (!pages.dev && request.method !== "GET" && request.method !== "HEAD") throw new AppError("METHOD_NOT_ALLOWED");
    const policy = pagePolicy(request.nonce, pages.dev);
    // Next takes the nonce for its own scripts from the request, and the browser the policy from the answer.
    request.raw.headers["content-security-policy"] = policy;
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    reply.raw.setHeader("content-security-policy", policy);
    await pages.handle(request.raw, reply.raw);
  });
}

/** Styles may be inline: the canvas and the code editor set them from scripts. */
function pagePolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
