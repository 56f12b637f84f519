import type { Json } from "@/core/values/json";

/** Reads JSON a person typed. @returns undefined when it is not JSON */
export function readInput(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
