import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import { ValuePlace, wholeValue } from "@/server/executions/whole-value";
import { downloadFile } from "@/server/files/download-file";
import { actorOfRequest } from "@/server/users/actor-of-request";

const Id = z.uuid();

/** `GET /files/{id}`: a file, to be saved. It came from anywhere, so a browser must never show it as a page of ours. */
export function fileRoutes(server: FastifyInstance, app: App): void {
  valueRoute(server, app);
  server.get<{ Params: { id: string } }>("/files/:id", async (request, reply) => {
    reply.headers({ "content-security-policy": "sandbox; default-src 'none'", "cache-control": "private, no-store" });
    const signedIn = await actorOfRequest(app, request.headers);
    if (!signedIn) throw new AppError("UNAUTHENTICATED");
    const id = Id.safeParse(request.params.id);
    if (!id.success) throw new AppError("NOT_FOUND", { what: "file", id: request.params.id.slice(0, 100) });
    const { name, type, content } = await downloadFile(app, signedIn.actor, { id: id.data });
    return reply.header("content-type", type).header("content-disposition", attachment(name)).send(content);
  });
}

/** `GET /files/executions/{id}?of=…`: a value of a run that is too large for its page. */
function valueRoute(server: FastifyInstance, app: App): void {
  server.get<{ Params: { id: string } }>("/files/executions/:id", async (request, reply) => {
    reply.headers({ "content-security-policy": "sandbox; default-src 'none'", "cache-control": "private, no-store" });
    const signedIn = await actorOfRequest(app, request.headers);
    if (!signedIn) throw new AppError("UNAUTHENTICATED");
    const id = Id.safeParse(request.params.id);
    const place = ValuePlace.safeParse(request.query);
    if (!id.success || !place.success) throw new AppError("NOT_FOUND", { what: "value", id: "" });
    const text = await wholeValue(app, signedIn.actor, id.data, place.data);
    return reply
      .header("content-type", "application/json; charset=utf-8")
      .header("content-disposition", attachment(`${place.data.part}.json`))
      .send(text);
  });
}

/** The name twice: in plain letters, and as it is for those who know RFC 5987. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
