import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";
import { answerError } from "@/server/api/http/answer-error";
import { readJsonBody } from "@/server/api/read-json-body";
import type { App } from "@/server/app";
import { answerWebhook } from "@/server/waits/answer-webhook";

/**
 * The addresses that other programs call without a key: whoever knows one may call it. An address that never was and one
 * that was used are answered alike.
 */
export async function hookRoutes(scope: FastifyInstance, app: App): Promise<void> {
  scope.setErrorHandler(answerError);
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    "*",
    { parseAs: "string", bodyLimit: LIMITS.requestBodyBytes },
    async (_request: FastifyRequest, body: string) => body,
  );
  // HEAD and OPTIONS ask about an address, they do not call it.
  const route = { url: "/wait/:token", method: ["GET", "POST", "PUT", "PATCH", "DELETE"], exposeHeadRoute: false };
  scope.route<{ Params: { token: string } }>({ ...route, handler: answer });

  async function answer(request: FastifyRequest<{ Params: { token: string } }>, reply: FastifyReply) {
    const { method } = request;
    const { token } = request.params;
    const query = single(request.query as Record<string, string | string[]>);
    const headers = single(request.headers);
    const call = { method, query, headers, body: bodyOf(request) };
    if (JSON.stringify([query, headers]).includes("\\u0000")) throw new AppError("BAD_TEXT", { field: "address" });
    if (!(await answerWebhook(app, token, call))) throw new AppError("NOT_FOUND", { what: "address", id: "" });
    return reply.status(202).send({ code: "accepted" });
  }
}

/** JSON and forms are read; everything else is text. */
function bodyOf({ body, headers }: FastifyRequest): Json {
  if (typeof body !== "string" || body === "") return null;
  const type = headers["content-type"] ?? "";
  if (/[/+]json\b/i.test(type)) return readJsonBody(body);
  // In a form it is written as %00.
  const isForm = /x-www-form-urlencoded/i.test(type);
  if (body.includes("\0") || (isForm && body.includes("%00"))) throw new AppError("BAD_TEXT", { field: "body" });
  return isForm ? Object.fromEntries(new URLSearchParams(body)) : body.toWellFormed();
}

const single = (given: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]));
