import { z } from "zod";
import { FILTER_OPERATORS } from "@/core/records/record-filters";
import { Criteria } from "@/core/values/criteria";
import { Value } from "@/core/values/value";

/** The handle of a branch, a case or a condition. */
const HandleId = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);

/** A property that later steps read by this name. */
export const PropertyName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, "a letter or _, then letters, digits and _");

export const NamedValue = z.strictObject({ name: PropertyName, value: Value });
export type NamedValue = z.infer<typeof NamedValue>;

/** One way out of a condition. */
export const Branch = z.strictObject({ id: HandleId, label: z.string().max(120), when: Criteria });
export type Branch = z.infer<typeof Branch>;

/** One way out of a choice: taken when the value equals this one. */
export const Case = z.strictObject({ id: HandleId, label: z.string().max(120), equals: Value });
export type Case = z.infer<typeof Case>;

const FieldName = z.string().min(1).max(120);

/** One condition of a search, on a field of the module. */
export const SearchFilter = z.strictObject({
  field: FieldName,
  operator: z.enum(FILTER_OPERATORS),
  value: Value.optional(),
});
export type SearchFilter = z.infer<typeof SearchFilter>;

export const SearchSort = z.strictObject({ by: FieldName, direction: z.enum(["ascending", "descending"]) });
export type SearchSort = z.infer<typeof SearchSort>;

/** One change of a list; formulas in it read the list's item as `item`. */
export const ListOperation = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("filter"), when: Criteria }),
  z.strictObject({ kind: z.literal("map"), values: z.array(NamedValue).min(1).max(100) }),
  z.strictObject({ kind: z.literal("sort"), by: Value, direction: z.enum(["ascending", "descending"]) }),
  z.strictObject({ kind: z.literal("group"), by: Value }),
  z.strictObject({ kind: z.literal("unique"), by: Value }),
  z.strictObject({
    kind: z.literal("join"),
    with: Value,
    /** Read off an item of this list, and off one of the other, which is `item` there. */
    left: Value,
    right: Value,
    keep: z.enum(["matching", "all"]),
  }),
  z.strictObject({ kind: z.literal("limit"), count: z.number().int().min(1).max(10_000) }),
]);
export type ListOperation = z.infer<typeof ListOperation>;

export const DURATION_UNITS = ["seconds", "minutes", "hours", "days", "weeks"] as const;
export const Duration = z.strictObject({ amount: Value, unit: z.enum(DURATION_UNITS) });
export type Duration = z.infer<typeof Duration>;

const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "hours and minutes, such as 08:30");

/** When a schedule is due. Times of day are those of its zone. */
export const Schedule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("once"), at: z.iso.datetime({ local: true, offset: true }) }),
  z.strictObject({
    kind: z.literal("every"),
    count: z.number().int().min(1).max(1_000),
    unit: z.enum(["minutes", "hours", "days", "weeks", "months", "years"]),
    at: TimeOfDay.optional(),
    /** 1 is Monday. */
    weekdays: z.array(z.number().int().min(1).max(7)).max(7).optional(),
    /** A day of the month, or its last. */
    day: z.union([z.number().int().min(1).max(31), z.literal("last")]).optional(),
  }),
  z.strictObject({ kind: z.literal("cron"), expression: z.string().min(1).max(200) }),
]);
export type Schedule = z.infer<typeof Schedule>;

/** The most *after* handles a condition row of a workflow rule may have. */
export const MAX_AFTER = 5;

/** A time-based handle of a condition row. */
const After = z.strictObject({
  id: HandleId,
  amount: z.number().int().min(0).max(10_000),
  unit: z.enum(["minutes", "hours", "days"]),
  /** A date field of the record; the event's own time without one. */
  field: FieldName.optional(),
  /** Whether the record must still match when it is due. */
  recheck: z.boolean().default(true),
});

/** One condition row of a workflow rule: its own *now* handle, and its *after* handles. */
export const RuleCondition = z.strictObject({
  id: HandleId,
  label: z.string().max(120),
  /** Every record without one. */
  when: Criteria.optional(),
  after: z.array(After).max(50).default([]),
});
export type RuleCondition = z.infer<typeof RuleCondition>;
