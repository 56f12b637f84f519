import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { parseInput } from "@/server/api/rest/parse-input";
import type { App } from "@/server/app";
import { importFunction } from "@/server/functions/import-function";

const Query = z.strictObject({});
const Body = z.strictObject({
  source: z.string().min(1).max(200_000),
  description: z.string().max(2_000).optional(),
  draft: z.boolean().optional(),
  note: z.string().max(2_000).optional(),
});

/** `POST /functions`: saves a function by the name in its code, which publishes it unless it says `draft`. */
export function functionManagementRoutes(server: FastifyInstance, app: App): void {
  server.post("/functions", async (request) => {
    parseInput(Query, request.query);
    const { id, name, version } = await importFunction(app, request.caller.actor, parseInput(Body, request.body));
    return { id, name, version };
  });
}
