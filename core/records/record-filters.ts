import { z } from "zod";
import type { FieldType } from "@/core/records/field-types";

/** How a list can be narrowed by a field. */
export const FILTER_OPERATORS = [
  "is",
  "is-not",
  "contains",
  "starts-with",
  "less",
  "at-most",
  "more",
  "at-least",
  "empty",
  "not-empty",
] as const;
export type FilterOperator = (typeof FILTER_OPERATORS)[number];

export const RecordFilter = z.strictObject({
  field: z.string().min(1).max(100),
  operator: z.enum(FILTER_OPERATORS),
  /** Absent for `empty` and `not-empty`. A list means "one of these" with `is` and "none of these" with `is-not`. */
  value: z
    .union([z.string().max(255), z.number(), z.boolean(), z.array(z.string().max(255)).min(1).max(50)])
    .optional(),
});
export type RecordFilter = z.infer<typeof RecordFilter>;

const TEXT: FilterOperator[] = ["contains", "is", "is-not", "starts-with", "empty", "not-empty"];
const ORDERED: FilterOperator[] = ["is", "at-least", "at-most", "more", "less", "empty", "not-empty"];
const CHOSEN: FilterOperator[] = ["is", "is-not", "empty", "not-empty"];

/** The operators that make sense for each field type; the first is offered first. */
export const OPERATORS_OF: Record<FieldType, FilterOperator[]> = {
  text: TEXT,
  "multi-line": ["contains", "empty", "not-empty"],
  email: TEXT,
  phone: TEXT,
  url: TEXT,
  number: ORDERED,
  currency: ORDERED,
  date: ORDERED,
  "date-time": ["at-least", "less", "empty", "not-empty"],
  "yes-no": ["is"],
  "pick-list": CHOSEN,
  lookup: CHOSEN,
};

/** True for the operators that stand alone. */
export const takesNoValue = (operator: FilterOperator): boolean => operator === "empty" || operator === "not-empty";
