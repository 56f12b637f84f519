import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import { FILTER_OPERATORS, type RecordFilter, takesNoValue } from "@/core/records/record-filters";
import type { Json } from "@/core/values/json";
import { findRecords } from "@/server/records/find-records";
import type { PrepareEffect } from "@/server/runtime/host/effect";
import { Module } from "@/server/runtime/host/record-request";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

const Name = z.string().min(1).max(100);
/** What a formula gave; a record stands for its id. */
const Value = z.union([z.object({ id: z.string().max(100) }).transform(({ id }) => id), z.json()]).optional();

const FindSchema = z.object({
  module: Module,
  filters: z
    .array(z.object({ field: Name, operator: z.enum(FILTER_OPERATORS), value: Value }))
    .max(50)
    .nullish(),
  sort: z.object({ by: Name, direction: z.enum(["ascending", "descending"]) }).nullish(),
  limit: z.number().int().min(1).max(LIMITS.foundRecords).nullish(),
  first: z.boolean().nullish(),
});

/** Without a limit of its own a search gives this many records. */
const FOUND_UNLESS_ASKED = 200;

/** Finds records: a list of them, or with `first` the first one or null. */
export const prepareRecordFind: PrepareEffect = async (context, effect) => {
  const { module, first, ...given } = parse(effect);
  const filters = (given.filters ?? []).map((filter) => checked(module, filter));
  const sort = given.sort ?? undefined;
  const limit = first ? 1 : (given.limit ?? FOUND_UNLESS_ASKED);
  return {
    target: module,
    request: { module, filters: filters.map((filter) => ({ ...filter })), sort: sort ? { ...sort } : null, limit },
    isRead: true,
    perform: {
      where: "outside",
      run: async () => {
        const found = await findRecords(context.app, context.workspaceId, { module, filters, sort, limit });
        return { value: first ? (found[0] ?? null) : found };
      },
    },
  };
};

function checked(
  module: string,
  { field, operator, value }: { field: string; operator: RecordFilter["operator"]; value?: Json },
): RecordFilter {
  if (takesNoValue(operator)) return { field, operator };
  const fits = z
    .union([z.string().max(255), z.number(), z.boolean(), z.array(z.string().max(255)).min(1).max(50)])
    .safeParse(value);
  if (fits.success) return { field, operator, value: fits.data };
  const shown = JSON.stringify(value ?? null).slice(0, 100);
  throw new AppError("RECORD_SEARCH_INVALID", { module, reason: "filter_value", field, operator, value: shown });
}

function parse(effect: EffectRequest): z.infer<typeof FindSchema> {
  const parsed = FindSchema.safeParse(effect.request);
  if (parsed.success) return parsed.data;
  const request = effect.request as { module?: Json; filters?: Json } | null;
  const { path = [] } = parsed.error.issues[0] ?? {};
  const [part, at, setting] = path;
  const filter = Array.isArray(request?.filters)
    ? (request.filters[Number(at)] as { [key: string]: Json } | null)
    : null;
  const reasons: Record<string, string> = { limit: "limit", module: "module", sort: "sort" };
  const reason = setting === "operator" ? "filter_operator" : (reasons[String(part)] ?? "shape");
  throw new AppError("RECORD_SEARCH_INVALID", {
    module: typeof request?.module === "string" ? request.module : "",
    reason,
    field: typeof filter?.field === "string" ? filter.field : path.join("."),
    operator: String(filter?.operator ?? ""),
    value: "",
    most: LIMITS.foundRecords,
  });
}
