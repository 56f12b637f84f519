import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { LimitChanges } from "@/core/execution/workspace-limits";
import { roleAllows } from "@/core/users/roles";
import { parseInput } from "@/server/api/rest/parse-input";
import type { App } from "@/server/app";
import { getLimits } from "@/server/limits/get-limits";
import { setLimits } from "@/server/limits/set-limits";
import { usage } from "@/server/quotas/usage";

const Nothing = z.strictObject({});

/** `GET|PATCH /limits` and `GET /usage`. */
export function limitRoutes(server: FastifyInstance, app: App): void {
  server.get("/limits", async (request) => {
    parseInput(Nothing, request.query);
    return { limits: await getLimits(app, request.caller.actor) };
  });

  server.patch("/limits", async (request) => {
    parseInput(Nothing, request.query);
    const { actor } = request.caller;
    if (!roleAllows(actor.role, "administrator")) throw new AppError("FORBIDDEN", { role: "administrator" });
    return { limits: await setLimits(app, actor, parseInput(LimitChanges, request.body)) };
  });

  server.get("/usage", async (request) => {
    parseInput(Nothing, request.query);
    return usage(app, request.caller.actor);
  });
}
