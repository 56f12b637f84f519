import { z } from "zod";

/** The longest formula a field may hold, in characters. */
const MAX_EXPRESSION_LENGTH = 10_000;

const ExpressionCode = z.string().max(MAX_EXPRESSION_LENGTH);

/**
 * What a config field holds: a fixed value, a formula (a TypeScript expression over the names in scope), or text with
 * data (texts and formulas in turn, so nobody types braces).
 */
export const Value = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("literal"), value: z.json() }),
  z.strictObject({ kind: z.literal("expression"), code: ExpressionCode }),
  z.strictObject({
    kind: z.literal("template"),
    parts: z.array(z.union([z.string().max(100_000), z.strictObject({ code: ExpressionCode })])).max(200),
  }),
]);
export type Value = z.infer<typeof Value>;

/** Makes a fixed value. */
export const literal = (value: z.infer<ReturnType<typeof z.json>>): Value => ({ kind: "literal", value });

/** Makes a formula. */
export const expression = (code: string): Value => ({ kind: "expression", code });
