import { z } from "zod";
import type { Json } from "@/core/values/json";
import { type Value, Value as ValueSchema } from "@/core/values/value";

/** Reads a config value from a draft, in which anything may stand. */
export function heldValue(stored: Json | undefined): Value | undefined {
  const parsed = ValueSchema.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
}

const Values = z.record(z.string(), z.unknown());

/** Reads an object of config values; what is none is left out. */
export function heldValues(stored: Json | undefined): Record<string, Value> {
  const parsed = Values.safeParse(stored);
  if (!parsed.success) return {};
  return Object.fromEntries(
    Object.entries(parsed.data).flatMap(([key, value]) => {
      const read = ValueSchema.safeParse(value);
      return read.success ? [[key, read.data] as const] : [];
    }),
  );
}
