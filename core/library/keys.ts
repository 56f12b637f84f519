import { refuse } from "@/core/library/arguments";

/** @returns what reads the key of an item: the user's function, or a field. */
export function keyReader<T, K = unknown>(
  where: string,
  name: string,
  by: ((item: T) => K) | string,
): (item: T) => unknown {
  if (typeof by === "function") return (item) => by(item);
  if (typeof by !== "string") return refuse(where, name, "a function or the name of a field", by);
  return (item) => (typeof item === "object" && item !== null ? (item as Record<string, unknown>)[by] : undefined);
}

/** @returns text that is the same for equal values: dates of the same moment, objects that hold the same. */
export function sameness(value: unknown): string {
  if (typeof value === "string") return `"${value}`;
  if (value === null || value === undefined) return "null";
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (typeof value === "number") return `number ${value === 0 ? 0 : value}`;
  return typeof value === "object" ? `object ${JSON.stringify(value)}` : `${typeof value} ${String(value)}`;
}

export const isEmptyKey = (key: unknown): boolean =>
  key === null || key === undefined || key === "" || (typeof key === "number" && Number.isNaN(key));
