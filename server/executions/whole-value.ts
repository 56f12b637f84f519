import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { findExecution } from "@/server/executions/find-execution";

const Place = { node: z.string().min(1).max(200), path: z.string().max(200), attempt: z.coerce.number().int().min(1) };

/** Which value of an execution: of itself, of a step, or of what a step did outside. */
export const ValuePlace = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("execution"), part: z.enum(["input", "output"]) }),
  z.strictObject({ of: z.literal("step"), part: z.enum(["input", "output"]), ...Place }),
  z.strictObject({
    of: z.literal("effect"),
    part: z.enum(["request", "result"]),
    ...Place,
    ordinal: z.coerce.number().int(),
  }),
]);
export type ValuePlace = z.infer<typeof ValuePlace>;

/**
 * Reads a value of an execution as it is kept.
 *
 * @returns its JSON text
 * @throws AppError NOT_FOUND, also for an execution that this person may not see
 */
export async function wholeValue(app: App, actor: Actor, id: string, place: ValuePlace): Promise<string> {
  await findExecution(app, actor, id);
  const { rows } = await app.pool.query<{ text: string | null }>(textOf(place), [
    actor.workspaceId,
    id,
    ...(place.of === "execution" ? [] : [place.node, place.path, place.attempt]),
    ...(place.of === "effect" ? [place.ordinal] : []),
  ]);
  if (!rows[0]) throw new AppError("NOT_FOUND", { what: "value", id: place.part });
  return rows[0].text ?? "null";
}

/** The part is one of a few words: the schema says so. */
function textOf({ of, part }: ValuePlace): string {
  if (of === "execution") return `SELECT ${part}::text AS text FROM execution WHERE workspace_id = $1 AND id = $2`;
  const ofAttempt = "workspace_id = $1 AND execution_id = $2 AND node_id = $3 AND path = $4 AND attempt = $5";
  return of === "step"
    ? `SELECT ${part}::text AS text FROM execution_step WHERE ${ofAttempt}`
    : `SELECT ${part}::text AS text FROM execution_effect WHERE ${ofAttempt} AND ordinal = $6`;
}
