import type ts from "ts-checker";
import { type Checked, TYPES } from "@/server/typecheck/child/programs";

/** How deep objects inside objects are written out. */
const MAX_DEPTH = 5;
const MAX_PROPERTIES = 60;
/** A longer type is shown to nobody. */
const LONGEST = 2_000;

/**
 * Writes a type as text that stands by itself, as the JSON a later step is given: interfaces written out, dates as text,
 * functions and what nests too deeply as "unknown".
 *
 * @returns null for a type whose text is too long
 */
export function typeText(type: ts.Type, { checker, file, isModule, ts }: Checked): string | null {
  const text = write(type, MAX_DEPTH);
  return text.length > LONGEST ? null : text;

  function write(type: ts.Type, depth: number): string {
    if (type.flags & ts.TypeFlags.Any) return "any";
    if (type.isUnion()) return unionText(type, depth);
    if (type.isStringLiteral() || type.isNumberLiteral()) return JSON.stringify(type.value);
    if (type.flags & ts.TypeFlags.BooleanLiteral) return checker.typeToString(type);
    if (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.TemplateLiteral)) return "string";
    if (type.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike)) return "number";
    if (type.flags & ts.TypeFlags.BooleanLike) return "boolean";
    if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void)) return "null";
    if (type.flags & ts.TypeFlags.Never) return "never";
    return type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection) ? objectText(type, depth) : "unknown";
  }

  function unionText(type: ts.UnionType, depth: number): string {
    const members = [...new Set(type.types.map((member) => write(member, depth)))];
    if (members.includes("any") || members.includes("unknown")) return "unknown";
    const both = members.includes("true") && members.includes("false");
    const parts = both ? ["boolean", ...members.filter((member) => member !== "true" && member !== "false")] : members;
    return [...parts.filter((part) => part !== "null"), ...parts.filter((part) => part === "null")].join(" | ");
  }

  function objectText(type: ts.Type, depth: number): string {
    if (type.getCallSignatures().length > 0) return "unknown";
    if (checker.isArrayType(type) || checker.isTupleType(type)) return listText(type, depth);
    if (type.getSymbol()?.name === "Date") return "string";
    const record = recordName(type);
    if (record !== null) return record;
    const properties = type.getProperties();
    const indexed = type.getStringIndexType();
    if (properties.length === 0) {
      return indexed && depth > 0 ? `Record<string, ${write(indexed, depth - 1)}>` : "unknown";
    }
    if (depth === 0 || properties.length > MAX_PROPERTIES || isBuiltIn(type)) return "unknown";
    const members = properties.map((property) => {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      const held = checker.getTypeOfSymbol(property);
      const text = write(optional ? checker.getNonNullableType(held) : held, depth - 1);
      const key = /^[A-Za-z_]\w*$/.test(property.name) ? property.name : JSON.stringify(property.name);
      return `${key}${optional ? "?" : ""}: ${text}`;
    });
    return `{ ${members.join("; ")} }`;
  }

  /** The interface of a record type keeps its name: it stands beside the code, not in it. */
  function recordName(type: ts.Type): string | null {
    const declaration = type.getSymbol()?.declarations?.[0];
    if (!declaration || !ts.isInterfaceDeclaration(declaration) || !ts.isSourceFile(declaration.parent)) return null;
    const isBeside = declaration.parent === file ? isModule : declaration.parent.fileName === TYPES;
    return isBeside ? declaration.name.text : null;
  }

  function listText(type: ts.Type, depth: number): string {
    const items = checker.getTypeArguments(type as ts.TypeReference);
    const kinds = [...new Set(items.map((item) => write(item, depth > 0 ? depth - 1 : 0)))];
    const of = kinds.length === 0 ? "unknown" : kinds.join(" | ");
    return of.includes(" | ") ? `(${of})[]` : `${of}[]`;
  }

  /** Maps, sets and the like: what they become as JSON is not their properties. */
  function isBuiltIn(type: ts.Type): boolean {
    const file = type.getSymbol()?.declarations?.[0]?.getSourceFile();
    return file?.fileName.startsWith("/lib.") ?? false;
  }
}
