import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { type TypeShape, typeShape } from "@/components/editor/data/type-shape";
import type { CodeCompletion } from "@/components/ui/code-editor";
import { DECLARATIONS } from "@/core/compiler/declarations/declarations";
import { type DeclaredGlobal, declaredGlobals } from "@/core/compiler/declarations/declared-globals";
import type { CompileContext } from "@/core/compiler/program";
import { recordTypeName } from "@/core/nodes/record-type-name";
import { GLOBAL_NAMES } from "@/core/values/reserved-names";

/** A name a formula can use, with its type. */
export interface TypedName {
  name: string;
  label: string;
  type: string;
}

const TEXT = "length at charAt concat endsWith includes indexOf match padEnd padStart repeat replace replaceAll";
const MORE_TEXT = "slice split startsWith substring toLowerCase toUpperCase trim trimEnd trimStart";
const LIST = "length at concat every filter find findIndex findLast flat flatMap forEach includes indexOf join map";
const MORE_LIST = "reduce slice some toReversed toSorted";
const MEMBERS: Record<string, string[]> = {
  string: `${TEXT} ${MORE_TEXT}`.split(" "),
  number: "toFixed toPrecision toString".split(" "),
  list: `${LIST} ${MORE_LIST}`.split(" "),
};
const MATH = "abs ceil floor max min pow round sign sqrt trunc".split(" ");
const LANGUAGE_MEMBERS: Record<string, string[]> = {
  Math: MATH,
  JSON: ["parse", "stringify"],
  Object: ["keys", "values", "entries", "fromEntries"],
  Number: ["isFinite", "isInteger", "isNaN", "parseFloat", "parseInt"],
  Array: ["from", "isArray", "of"],
  Date: ["now", "parse", "UTC"],
};

/**
 * Offers what can be written in a formula: the names in scope with their types, after a dot what the value has, and the
 * globals.
 */
export function formulaCompletions(
  names: readonly TypedName[],
  context: Pick<CompileContext, "modules">,
): (at: CompletionContext) => CompletionResult | null {
  const globals = new Map(declaredGlobals(Object.values(DECLARATIONS)).map((one) => [one.name, one]));
  return (at) => {
    const chain = at.matchBefore(/[A-Za-z_]\w*(?:\??\.\w+|\??\.?\[\d+\])*\??\.\w*$/);
    if (chain) {
      const dot = chain.text.lastIndexOf(".");
      const options = membersOf(pathOf(chain.text.slice(0, dot).replace(/\?$/, "")), names, globals, context);
      return options.length > 0 ? { from: chain.from + dot + 1, options, validFor: /^\w*$/ } : null;
    }
    const word = at.matchBefore(/[A-Za-z_]\w*$/);
    if (!word && !at.explicit) return null;
    return {
      from: word?.from ?? at.pos,
      options: [...namesAsOptions(names), ...globalOptions(globals)],
      validFor: /^\w*$/,
    };
  };
}

/** `contact?.tags[0]` is contact, tags, 0. */
const pathOf = (code: string): string[] => code.match(/\w+/g) ?? [];

const namesAsOptions = (names: readonly TypedName[]): CodeCompletion[] =>
  names.map(({ label, name, type }) => ({ label: name, detail: short(type), info: label, type: "variable", boost: 2 }));

function globalOptions(globals: ReadonlyMap<string, DeclaredGlobal>): CodeCompletion[] {
  return [...new Set([...globals.keys(), ...GLOBAL_NAMES])]
    .filter((name) => name !== "undefined")
    .map((name) => ({ label: name, detail: short(globals.get(name)?.detail ?? ""), type: "constant", boost: -1 }));
}

function membersOf(
  [root = "", ...path]: string[],
  names: readonly TypedName[],
  globals: ReadonlyMap<string, DeclaredGlobal>,
  context: Pick<CompileContext, "modules">,
): CodeCompletion[] {
  const known = names.find(({ name }) => name === root);
  if (known) return optionsOf(follow(typeShape(known.type), path, context), context);
  if (path.length > 0) return [];
  const declared = globals.get(root)?.members ?? [];
  const builtIn = Object.hasOwn(LANGUAGE_MEMBERS, root) ? LANGUAGE_MEMBERS[root]! : [];
  return [
    ...declared.map(({ detail, isMethod, name }) => option(name, detail, isMethod)),
    ...builtIn.map((name) => option(name, "", true)),
  ];
}

function follow(
  shape: TypeShape,
  path: readonly string[],
  context: Pick<CompileContext, "modules">,
): TypeShape | undefined {
  let at: TypeShape | undefined = shape;
  for (const step of path) {
    if (at?.kind === "list") at = /^\d+$/.test(step) ? at.of : undefined;
    else at = fieldsOf(at, context).find(({ name }) => name === step)?.shape;
  }
  return at;
}

type Field = Extract<TypeShape, { kind: "object" }>["fields"][number];

/** The fields of an object, or of the record type a name stands for. */
function fieldsOf(shape: TypeShape | undefined, { modules }: Pick<CompileContext, "modules">): Field[] {
  if (shape?.kind === "object") return shape.fields;
  const module =
    shape?.kind === "name" && modules.find(({ apiName }) => recordTypeName(modules, apiName) === shape.name);
  if (!module) return [];
  const text: TypeShape = { kind: "name", name: "string" };
  const fields = module.fields.map(({ apiName, type }): Field => {
    const name = type === "number" || type === "currency" ? "number" : type === "yes-no" ? "boolean" : "string";
    return { name: apiName, optional: false, shape: { kind: "name", name } };
  });
  return [{ name: "id", optional: false, shape: text }, ...fields];
}

function optionsOf(shape: TypeShape | undefined, context: Pick<CompileContext, "modules">): CodeCompletion[] {
  const fields = fieldsOf(shape, context);
  if (fields.length > 0) return fields.map(({ name, shape: of }) => option(name, wordOf(of), false));
  const kind = shape?.kind === "list" ? "list" : shape?.kind === "name" ? shape.name : "";
  const members = kind.startsWith('"') ? MEMBERS.string : Object.hasOwn(MEMBERS, kind) ? MEMBERS[kind] : undefined;
  return (members ?? []).map((name) => option(name, "", name !== "length"));
}

const option = (label: string, detail: string, isMethod: boolean): CodeCompletion => ({
  label,
  detail: short(detail),
  type: isMethod ? "method" : "property",
});

const wordOf = (shape: TypeShape): string =>
  shape.kind === "name" ? shape.name : shape.kind === "list" ? `${wordOf(shape.of)}[]` : "{…}";

const short = (text: string): string => (text.length > 50 ? `${text.slice(0, 50)}…` : text);
