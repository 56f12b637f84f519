import { z } from "zod";
import { Value } from "@/core/values/value";

/** What a criterion can ask. The ones after the first two groups take no right side or a text, a number or a date. */
export const OPERATORS = [
  "is",
  "is-not",
  "is-empty",
  "is-not-empty",
  "contains",
  "does-not-contain",
  "starts-with",
  "ends-with",
  "greater",
  "greater-or-equal",
  "less",
  "less-or-equal",
  "is-true",
  "is-false",
] as const;
export type Operator = (typeof OPERATORS)[number];

const UNARY: ReadonlySet<Operator> = new Set(["is-empty", "is-not-empty", "is-true", "is-false"]);

/** @returns whether the operator has no right side */
export const isUnary = (operator: Operator): boolean => UNARY.has(operator);

const Criterion = z.strictObject({ left: Value, operator: z.enum(OPERATORS), right: Value.optional() });
export type Criterion = z.infer<typeof Criterion>;

/** When a branch is taken: rows that must all or any hold, or a formula. */
export const Criteria = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rows"),
    match: z.enum(["all", "any"]),
    rows: z.array(Criterion).min(1).max(50),
  }),
  z.strictObject({ kind: z.literal("formula"), formula: Value }),
]);
export type Criteria = z.infer<typeof Criteria>;
