import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";
import type { EffectContext } from "@/server/runtime/host/effect";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

export const Module = z.string().min(1).max(100);
/** A record's id, or the record itself. */
export const Id = z.union([z.string().max(100), z.object({ id: z.string().max(100) }).transform(({ id }) => id)]);
export const Data = z.record(z.string().max(100), z.json());

/** Who a record's change is made by, when an automation makes it. */
export const originOf = ({ workspaceId, executionId, runsAsId }: EffectContext, { nodeId }: EffectRequest) => ({
  workspaceId,
  origin: { source: "automation" as const, userId: runsAsId, executionId, nodeId },
});

/** @throws AppError MISSING_INPUT for a record that is not named, RECORD_INVALID for anything else that does not fit */
export function parseRecordRequest<T>(schema: z.ZodType<T>, { request }: EffectRequest): T {
  const parsed = schema.safeParse(request);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? "");
  if (field === "id") throw new AppError("MISSING_INPUT", { input: "id" });
  const module = (request as { module?: Json } | null)?.module;
  throw new AppError("RECORD_INVALID", {
    module: typeof module === "string" ? module : "",
    field,
    label: field,
    problem: "shape",
    value: "",
    hint: "none",
    more: 0,
  });
}
