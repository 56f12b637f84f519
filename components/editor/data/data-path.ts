import type { Json } from "@/core/values/json";

const PATH = /^([A-Za-z_][\w]*)((?:\??\.[A-Za-z_]\w*|(?:\?\.)?\[(?:\d+|"(?:[^"\\]|\\.)*")\])*)$/;
const SEGMENT = /\??\.([A-Za-z_]\w*)|(?:\?\.)?\[(?:(\d+)|("(?:[^"\\]|\\.)*"))\]/g;

/**
 * Reads a formula that only names a piece of data: `start.record.Email`.
 *
 * @returns its segments, or null for any other formula
 */
export function dataPath(code: string): string[] | null {
  const match = PATH.exec(code.trim());
  if (!match) return null;
  const segments = [...match[2]!.matchAll(SEGMENT)].map(
    ([, name, index, quoted]) => name ?? index ?? (JSON.parse(quoted!) as string),
  );
  return [match[1]!, ...segments];
}

/** Writes the formula of a piece of data inside another: a member where the key is an identifier, else in brackets. */
export const memberCode = (code: string, key: string | number): string =>
  typeof key === "number"
    ? `${code}[${key}]`
    : /^[A-Za-z_]\w*$/.test(key)
      ? `${code}.${key}`
      : `${code}[${JSON.stringify(key)}]`;

/** Follows a path through values. @returns undefined where it leads nowhere */
export function valueAtPath(
  data: Readonly<Record<string, Json | undefined>>,
  path: readonly string[],
): Json | undefined {
  let value: Json | undefined = data[path[0]!];
  for (const key of path.slice(1)) {
    if (value === null || typeof value !== "object") return undefined;
    value = Array.isArray(value) ? value[Number(key)] : Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}
