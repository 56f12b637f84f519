import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { parseInput } from "@/server/api/rest/parse-input";
import type { App } from "@/server/app";
import { deleteRecord } from "@/server/records/delete-record";
import { getRecord } from "@/server/records/get-record";
import { LARGEST_PAGE, listRecords } from "@/server/records/list-records";
import { saveRecord } from "@/server/records/save-record";

const Module = z.strictObject({ module: z.string().min(1).max(100) });
const OneRecord = Module.extend({ id: z.uuid() });
const ListQuery = z.strictObject({
  search: z.string().max(200).optional(),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).optional(),
});
const Nothing = z.strictObject({});
const FieldValues = z.record(
  z.string().min(1).max(100),
  z.union([z.string(), z.number(), z.boolean(), z.null()], { error: "text, a number, true, false or null" }),
);

/** `GET|POST|PATCH|DELETE /modules/{module}/records[/{id}]`: a record is `id` and its field values by API name. */
export function recordRoutes(server: FastifyInstance, app: App): void {
  server.get("/modules/:module/records", async (request) => {
    const { module } = parseInput(Module, request.params);
    const query = parseInput(ListQuery, request.query);
    const page = await listRecords(app, request.caller.actor, { module, ...query });
    return { records: page.records.map(({ record }) => record), nextCursor: page.nextCursor };
  });

  server.post("/modules/:module/records", async (request, reply) => {
    const { module } = parseInput(Module, request.params);
    const data = parseInput(FieldValues, request.body);
    const { record } = await saveRecord(app, request.caller.actor, { module, data }, "api");
    return reply.status(201).send(record);
  });

  server.get("/modules/:module/records/:id", async (request) => {
    const params = parseInput(OneRecord, request.params);
    return (await getRecord(app, request.caller.actor, params)).record;
  });

  server.patch("/modules/:module/records/:id", async (request) => {
    const params = parseInput(OneRecord, request.params);
    const data = parseInput(FieldValues, request.body);
    return (await saveRecord(app, request.caller.actor, { ...params, data }, "api")).record;
  });

  server.delete("/modules/:module/records/:id", async (request, reply) => {
    const params = parseInput(OneRecord, request.params);
    parseInput(Nothing, request.query);
    await deleteRecord(app, request.caller.actor, params, "api");
    return reply.status(204).send();
  });
}
