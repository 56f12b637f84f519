import { z } from "zod";
import type { FileValue } from "@/core/compiler/abi";
import type { Json } from "@/core/values/json";

const Schema = z.strictObject({
  file: z.uuid(),
  name: z.string(),
  type: z.string(),
  size: z.number().int().nonnegative(),
});

/** @returns whether a value is a file's handle. Whether there is such a file only the host knows. */
export function isFileValue(value: unknown): value is FileValue & { [key: string]: Json } {
  // A cheap look first: values of megabytes pass by here.
  return typeof value === "object" && value !== null && "file" in value && Schema.safeParse(value).success;
}

/** @returns the files a value holds at any place, each once, at most so many */
export function filesIn(value: Json, most: number): FileValue[] {
  const found = new Map<string, FileValue>();
  const left: Json[] = [value];
  while (left.length > 0 && found.size < most) {
    const one = left.pop() ?? null;
    if (one === null || typeof one !== "object") continue;
    if (isFileValue(one)) found.set(one.file, one);
    else left.push(...Object.values(one).reverse());
  }
  return [...found.values()];
}
