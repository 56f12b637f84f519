import { type Expression, type Function as FunctionNode, parse } from "acorn";
import { base, type RecursiveVisitors, recursive } from "acorn-walk";
import { transform } from "sucrase";
import { scanCode } from "@/core/compiler/code-scanner";
import type { FunctionSignature } from "@/core/compiler/program";

type Parameters = FunctionSignature["parameters"];

/** How deep interfaces inside interfaces are written out; one that holds itself ends there. */
const MAX_DEPTH = 3;

/**
 * Says what a function gives as a type that stands by itself, so that later steps can offer its parts: names of the
 * source's own interfaces are written out, and where no type is declared, it is read off the values that are returned.
 *
 * @param declared the type as written, "unknown" when there is none
 * @returns "unknown" when it cannot be told without running the code
 */
export function resultType(source: string, declared: string, parameters: Parameters): string {
  if (declared !== "unknown") return writeOut(declared, localTypes(source), MAX_DEPTH);
  const returned = exportedFunction(source);
  return returned ? joined(returnsOf(returned).map((value) => typeOf(value, parameters))) : "unknown";
}

/** The source's `interface X { … }` and `type X = { … }`, with members parted by `;`. */
function localTypes(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of source.matchAll(/(?:interface\s+([A-Za-z_]\w*)\s*|type\s+([A-Za-z_]\w*)\s*=\s*)(?=\{)/g)) {
    const open = match.index + match[0].length;
    const body = bodyFrom(source, open);
    if (body !== null) found.set(match[1] ?? match[2] ?? "", `{ ${members(body).join("; ")} }`);
  }
  return found;
}

function bodyFrom(source: string, open: number): string | null {
  for (const { char, index, depth } of scanCode(source, open)) {
    if (char === "}" && depth === 0) return source.slice(open + 1, index);
  }
  return null;
}

function members(body: string): string[] {
  const text = body.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
  const parts: string[] = [];
  let start = 0;
  for (const { char, index, depth } of scanCode(text)) {
    if (depth !== 0 || !";,\n".includes(char)) continue;
    parts.push(text.slice(start, index));
    start = index + 1;
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.replace(/\s+/g, " ").trim()).filter((part) => part !== "");
}

function writeOut(type: string, types: ReadonlyMap<string, string>, depth: number): string {
  if (depth === 0 || types.size === 0) return type;
  return type.replace(/(?<![\w.$"'])[A-Za-z_]\w*(?!\w|\s*\??\s*:)/g, (name) => {
    const body = types.get(name);
    return body === undefined ? name : writeOut(body, types, depth - 1);
  });
}

function exportedFunction(source: string): FunctionNode | null {
  try {
    const { code } = transform(source, { transforms: ["typescript"], disableESTransforms: true });
    for (const statement of parse(code, { ecmaVersion: "latest", sourceType: "module" }).body) {
      if (statement.type !== "ExportNamedDeclaration") continue;
      if (statement.declaration?.type === "FunctionDeclaration") return statement.declaration;
    }
  } catch {
    // Code that is being typed; it has a problem of its own.
  }
  return null;
}

/** Collects what `return` gives; functions inside are passed over, their returns are theirs. */
const RETURNS: RecursiveVisitors<(Expression | null)[]> = {
  Function: () => {},
  ReturnStatement: (statement, found) => {
    found.push(statement.argument ?? null);
  },
};

function returnsOf({ body }: FunctionNode): (Expression | null)[] {
  const found: (Expression | null)[] = [];
  recursive(body, found, RETURNS, base);
  return found;
}

function typeOf(value: Expression | null, parameters: Parameters): string {
  switch (value?.type) {
    case "Literal":
      return value.value === null
        ? "null"
        : (["string", "number", "boolean"].find((type) => typeof value.value === type) ?? "unknown");
    case "TemplateLiteral":
      return "string";
    case "Identifier":
      return parameters.find(({ name }) => name === value.name)?.type ?? "unknown";
    case "ArrayExpression": {
      const items = value.elements.map((item) =>
        item && item.type !== "SpreadElement" ? typeOf(item, parameters) : "unknown",
      );
      const of = joined(items);
      return of.includes("|") ? `(${of})[]` : `${of}[]`;
    }
    case "ObjectExpression":
      return objectType(value.properties, parameters);
    default:
      return "unknown";
  }
}

function objectType(
  properties: Extract<Expression, { type: "ObjectExpression" }>["properties"],
  parameters: Parameters,
) {
  const fields: string[] = [];
  for (const property of properties) {
    if (property.type === "SpreadElement" || property.computed) return "unknown";
    const { key } = property;
    if (key.type !== "Identifier" && key.type !== "Literal") return "unknown";
    const name = key.type === "Identifier" ? key.name : JSON.stringify(String(key.value));
    fields.push(`${name}: ${typeOf(property.value, parameters)}`);
  }
  return fields.length > 0 ? `{ ${fields.join("; ")} }` : "unknown";
}

/** One type where all agree, else either of them; nothing known of one is nothing known. */
function joined(types: string[]): string {
  const kinds = [...new Set(types)];
  return kinds.length === 0 || kinds.includes("unknown") ? "unknown" : kinds.join(" | ");
}
