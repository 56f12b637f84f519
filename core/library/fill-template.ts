import { MOST_CHARACTERS, refuse } from "@/core/library/arguments";

/** Fills the places of a template; see `TextLibrary.template`. */
export function fillTemplate(template: string, values: object): string {
  if (typeof template !== "string") return refuse("text.template", "template", "text", template);
  if (typeof values !== "object" || values === null) return refuse("text.template", "values", "an object", values);
  const [first = "", ...rest] = template.split("{{");
  let filled = first;
  for (const part of rest) {
    const end = part.indexOf("}}");
    const path = part.slice(0, Math.max(0, end)).trim();
    filled += end < 0 || !PATH.test(path) ? `{{${part}` : asText(valueAt(values, path), path) + part.slice(end + 2);
    if (filled.length > MOST_CHARACTERS) throw new Error("text.template: the text is too long (over 1,000,000).");
  }
  return filled;
}

const PATH = /^[^\s{}.]+(?:\.[^\s{}.]+)*$/;

/** Own fields alone: a place cannot name what every object has. */
function valueAt(values: object, path: string): unknown {
  let at: unknown = values;
  for (const name of path.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

function asText(value: unknown, path: string): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object" || typeof value === "function" || typeof value === "symbol") {
    return refuse("text.template", `{{${path}}}`, "text or a number", value);
  }
  return String(value);
}
