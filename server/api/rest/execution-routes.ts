import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/server/api/rest/execution-cursor";
import { parseInput } from "@/server/api/rest/parse-input";
import type { App } from "@/server/app";
import { ExecutionFilter } from "@/server/executions/execution-filter";
import { type ExecutionDetail, getExecution } from "@/server/executions/get-execution";
import { listExecutions } from "@/server/executions/list-executions";

const ById = z.strictObject({ id: z.uuid() });
const ListQuery = z.strictObject({
  automation: z.uuid().optional(),
  status: ExecutionFilter.shape.status,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** `GET /executions` and `GET /executions/{id}`. */
export function executionRoutes(server: FastifyInstance, app: App): void {
  server.get("/executions", async (request) => {
    const { automation, status, cursor, limit } = parseInput(ListQuery, request.query);
    const page = await listExecutions(app, request.caller.actor, {
      filter: { automationId: automation, status },
      cursor: cursor === undefined ? undefined : decodeCursor(cursor),
      limit,
    });
    return { executions: page.items, nextCursor: page.nextCursor && encodeCursor(page.nextCursor) };
  });

  server.get("/executions/:id", async (request) => {
    const { id } = parseInput(ById, request.params);
    return withoutPage(await getExecution(app, request.caller.actor, { id }));
  });
}

/** The facts and the journal; what only the run's page needs is left out. */
function withoutPage(detail: ExecutionDetail) {
  const {
    document: _document,
    context: _context,
    causes: _causes,
    sameCause: _same,
    neighbours: _near,
    ...facts
  } = detail;
  return facts;
}
