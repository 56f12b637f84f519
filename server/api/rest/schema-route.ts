import type { FastifyInstance } from "fastify";
import { createTranslator } from "use-intl/core";
import { documentSchema } from "@/core/graph/document-schema";
import { en } from "@/messages/en";

const words = createTranslator({ locale: "en", messages: en, namespace: "nodes" });

/** `GET /automation.schema.json`: what an automation document may hold, for whoever writes one. It needs no key. */
export function schemaRoute(server: FastifyInstance): void {
  const text = `${JSON.stringify(
    documentSchema((key) => words(key as never)),
    null,
    2,
  )}\n`;
  server.get("/automation.schema.json", (_request, reply) =>
    reply.type("application/schema+json; charset=utf-8").header("cache-control", "public, max-age=300").send(text),
  );
}
