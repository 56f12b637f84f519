import type { Json } from "@/core/values/json";

/** Stands in the place of a value that is too large to show. Only what is displayed is cut; what is kept is whole. */
export interface CutValue {
  $cut: {
    /** Characters of its JSON text. */
    size: number;
    /** Of its JSON text. */
    beginning: string;
    /** Where the whole is downloaded. */
    href: string;
  };
}

/** Below this all that can be cut is downloaded; an address that somebody's data made up is none. */
export const CUT_VALUES_PATH = "/files/executions/";

/** @returns true for what stands in the place of a large value. */
export function isCutValue(value: Json | CutValue): value is Json & CutValue {
  if (typeof value !== "object" || value === null || !("$cut" in value)) return false;
  const { $cut: cut } = value as { $cut: Partial<CutValue["$cut"]> | null };
  return (
    typeof cut?.size === "number" &&
    typeof cut.beginning === "string" &&
    typeof cut.href === "string" &&
    cut.href.startsWith(CUT_VALUES_PATH)
  );
}
