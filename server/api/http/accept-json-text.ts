import type { FastifyInstance, FastifyRequest } from "fastify";
import { readJsonBody } from "@/server/api/read-json-body";

/** Takes bodies of JSON alone, for handlers that read the text themselves: it is checked here and handed on as it came. */
export function acceptJsonText(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    "application/json",
    { parseAs: "string" },
    async (_request: FastifyRequest, body: string) => {
      readJsonBody(body);
      return body;
    },
  );
}
