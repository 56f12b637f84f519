/** The shape of a value, read from a TypeScript type as our node types write them. */
export type TypeShape =
  | { kind: "object"; fields: { name: string; optional: boolean; shape: TypeShape }[] }
  | { kind: "list"; of: TypeShape }
  /** A named type: the interface of a record type, or "string". */
  | { kind: "name"; name: string };

/** What people see of a file value; its id is nothing to fill a field in with. */
const FILE: TypeShape = {
  kind: "object",
  fields: [
    { name: "name", optional: false, shape: { kind: "name", name: "string" } },
    { name: "type", optional: false, shape: { kind: "name", name: "string" } },
    { name: "size", optional: false, shape: { kind: "name", name: "number" } },
  ],
};

/**
 * Reads the shape of a TypeScript type: objects, lists, unions (the first member that is not null) and names. Anything
 * else becomes a name as written, so nothing is lost.
 */
export function typeShape(text: string): TypeShape {
  const union = splitTop(text, "|").filter((member) => !["null", "undefined"].includes(member));
  const type = (union[0] ?? text).trim();
  if (type === "FileValue") return FILE;
  if (type.endsWith("[]")) return { kind: "list", of: typeShape(unwrap(type.slice(0, -2))) };
  const array = /^Array<([\s\S]*)>$/.exec(type);
  if (array) return { kind: "list", of: typeShape(array[1]!) };
  if (!type.startsWith("{") || !type.endsWith("}")) return { kind: "name", name: type };
  const fields = splitTop(type.slice(1, -1), ";").flatMap((member) => {
    const match = /^(?:([A-Za-z_$][\w$]*)|"((?:[^"\\]|\\.)*)")(\?)?\s*:\s*([\s\S]+)$/.exec(member.trim());
    if (!match) return [];
    return [{ name: match[1] ?? match[2] ?? "", optional: match[3] === "?", shape: typeShape(match[4]!) }];
  });
  return { kind: "object", fields };
}

const unwrap = (type: string): string => {
  const inner = type.trim();
  return inner.startsWith("(") && inner.endsWith(")") ? inner.slice(1, -1) : inner;
};

/** Splits at a separator that stands outside brackets and strings. */
function splitTop(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!;
    if (character === '"' && text[index - 1] !== "\\") quoted = !quoted;
    if (quoted) continue;
    if ("{[(<".includes(character)) depth += 1;
    else if ("}])>".includes(character)) depth -= 1;
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts.filter(Boolean);
}
