import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/server/api/rest/execution-cursor";
import { parseInput } from "@/server/api/rest/parse-input";
import type { App } from "@/server/app";
import { cancelExecution } from "@/server/executions/cancel-execution";
import { decideExecution } from "@/server/executions/decide-execution";
import { DecisionInput } from "@/server/executions/decision-input";
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

/** Below `/executions`: the list, one, the decision about one, and the end of one. */
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

  server.post("/executions/:id/decision", async (request, reply) => {
    const { id } = parseInput(ById, request.params);
    await decideExecution(app, request.caller.actor, { id, ...parseInput(DecisionInput, request.body) });
    return reply.code(204).send();
  });

  server.post("/executions/:id/cancel", async (request, reply) => {
    const { id } = parseInput(ById, request.params);
    await cancelExecution(app, request.caller.actor, { id });
    return reply.code(204).send();
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
