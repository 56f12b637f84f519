import type { Json } from "@/core/values/json";

/** Parameters of a message as it takes them: texts and numbers. */
export const printable = (params: Record<string, Json>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value),
    ]),
  );
