import { dataPath } from "@/components/editor/data/data-path";
import type { Value } from "@/core/values/value";

/** Text with data as it is edited: texts and chips in turn, beginning and ending with a text. */
export type ValuePart = string | { code: string };

/**
 * Takes a value apart for the field in which text and chips are mixed.
 *
 * @returns null when it is a formula that is no mere piece of data, or a fixed value that is no text
 */
export function partsOf(value: Value | undefined): ValuePart[] | null {
  if (!value) return [""];
  if (value.kind === "template") return inTurn(value.parts);
  if (value.kind === "expression") return dataPath(value.code) ? ["", { code: value.code }, ""] : null;
  if (value.value === null) return [""];
  return typeof value.value === "object" ? null : [String(value.value)];
}

/**
 * Puts parts together: one chip alone keeps the type of its data, text alone is a fixed text, nothing is no value.
 */
export function valueFrom(parts: readonly ValuePart[]): Value | undefined {
  const told = parts.filter((part) => part !== "");
  const [only] = told;
  if (told.length === 0) return undefined;
  if (told.length === 1 && only !== undefined) {
    return typeof only === "string" ? { kind: "literal", value: only } : { kind: "expression", code: only.code };
  }
  return { kind: "template", parts: told };
}

/** Puts a chip into parts at a caret: which text it stands in, and after how many characters. */
export function insertChip(
  parts: readonly ValuePart[],
  code: string,
  caret: { part: number; offset: number },
): ValuePart[] {
  const text = parts[caret.part];
  if (typeof text !== "string") return inTurn([...parts, { code }]);
  const split = [text.slice(0, caret.offset), { code }, text.slice(caret.offset)];
  return inTurn([...parts.slice(0, caret.part), ...split, ...parts.slice(caret.part + 1)]);
}

/** Takes a chip away and joins the texts around it. */
export const removePart = (parts: readonly ValuePart[], index: number): ValuePart[] =>
  inTurn(parts.filter((_, at) => at !== index));

/** Joins neighbouring texts and puts an empty one wherever a caret must fit between chips. */
function inTurn(parts: readonly ValuePart[]): ValuePart[] {
  const turned: ValuePart[] = [""];
  for (const part of parts) {
    const last = turned.at(-1);
    if (typeof part === "string") {
      if (typeof last === "string") turned[turned.length - 1] = last + part;
      else turned.push(part);
    } else {
      if (typeof last !== "string") turned.push("");
      turned.push(part);
    }
  }
  if (typeof turned.at(-1) !== "string") turned.push("");
  return turned;
}
