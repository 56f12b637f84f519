import { z } from "zod";
import { FUNCTION_ORDINAL } from "@/server/runtime/sandbox/mark";
import type { Drained } from "@/server/runtime/sandbox/pooled-call";

/**
 * Reads what a sandbox process says when no code is left to run: a line with what is next, and a line with the steps,
 * whose JSON is kept as text and read by `placeSteps`. The process ran code of anybody's, so its word is checked.
 *
 * @throws SyntaxError or ZodError for anything else
 */
export function readDrained(part: Buffer): Drained {
  const text = String(part);
  const lineEnd = text.indexOf("\n");
  const drained = DrainedSchema.parse(JSON.parse(text.slice(0, lineEnd)));
  return { ...drained, steps: text.slice(lineEnd + 1) } as Drained;
}

const Count = z.int().min(0);
/** Any JSON: it was read as such a line above, and what it must be is checked where it is used. */
const AnyJson = z.unknown();

const EffectSchema = z.object({
  nodeId: z.string(),
  path: z.string(),
  attempt: z.int().min(1),
  ordinal: z.int().min(FUNCTION_ORDINAL),
  kind: z.string(),
  request: AnyJson,
  policy: z
    .object({ timeLimitMs: z.number().min(0).optional(), afterCrash: z.literal("repeat").optional() })
    .optional(),
});

const ErrorSchema = z.looseObject({
  code: z.string(),
  params: z.record(z.string(), AnyJson),
  message: z.string(),
  nodeId: z.string().optional(),
  lines: z.array(z.number()).optional(),
});

const DrainedSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("effects"),
    effects: z.array(EffectSchema.extend({ id: Count })),
    dropped: z.array(Count),
  }),
  z.object({
    type: z.literal("end"),
    end: z.enum(["returned", "failed", "stopped"]),
    output: AnyJson,
    error: ErrorSchema.nullable(),
    handledFailures: z.int(),
    statements: Count,
    planned: z.array(EffectSchema),
  }),
]);
