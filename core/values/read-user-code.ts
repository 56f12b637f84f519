import type { AnyNode } from "acorn";
import { type FreeName, namingOf } from "@/core/values/free-names";
import { type Parsed, parseBody, parseFormula, parseModule, type SyntaxFault } from "@/core/values/parse-code";
import { FORBIDDEN_NAMES, GLOBAL_NAMES } from "@/core/values/reserved-names";
import { childNodes } from "@/core/values/syntax-tree";

type CodeKind = "formula" | "body" | "module";

type CodeFault = Omit<SyntaxFault, "reason"> & { reason: SyntaxFault["reason"] | "import" | "arguments" | "await" };

/** What a piece of user code uses of the world around it. */
export interface CodeUse {
  kind: CodeKind;
  /** Why it cannot be used at all. */
  fault: CodeFault | null;
  /** Names the language and the step do not have; `guarded` where a missing one does no harm. */
  free: (FreeName & { guarded: boolean })[];
  /** Identifiers that are refused. */
  forbidden: { name: string; line: number }[];
  /** Whether it waits for something at its top level. */
  isAsync: boolean;
}

const PARSERS: Record<CodeKind, (code: string) => Parsed<AnyNode>> = {
  formula: parseFormula,
  body: parseBody,
  module: parseModule,
};

/** Reads a piece of user code without running it. Never throws. */
export function readUserCode(kind: CodeKind, code: string): CodeUse {
  const parsed = PARSERS[kind](code);
  if ("fault" in parsed) return { kind, fault: parsed.fault, free: [], forbidden: [], isAsync: false };
  const { tree, javascript } = parsed;
  const { free, identifiers } = namingOf(tree);
  const forbidden = identifiers
    .filter(({ name }) => name.startsWith("$") || FORBIDDEN_NAMES.has(name))
    .map(({ name, loc }) => ({ name, line: loc?.start.line ?? 1 }));
  const unknown = free.filter(({ name, written }) => !GLOBAL_NAMES.has(name) || written);
  const isAsync = awaits(tree);
  return {
    kind,
    fault: moduleSyntax(tree, kind) ?? ownArguments(free) ?? (isAsync && kind === "formula" ? WAITS : null),
    free: unknown
      .filter(({ name }) => !name.startsWith("$") && !FORBIDDEN_NAMES.has(name))
      .map((use) => ({ ...use, guarded: isGuarded(javascript, use) })),
    forbidden,
    isAsync,
  };
}

/** Code cannot bring in other modules; only a function's module exports. */
function moduleSyntax(tree: AnyNode, kind: CodeKind): CodeFault | null {
  const stack = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const isImportMeta = node.type === "MetaProperty" && node.meta.name === "import";
    const isExport = node.type === "ExportNamedDeclaration" && !(kind === "module" && node.declaration);
    if (isExport || isImportMeta || /^Import|^Export(?:All|Default)/.test(node.type)) {
      return { reason: "import", message: "", line: node.loc?.start.line ?? 1 };
    }
    stack.push(...childNodes(node));
  }
  return null;
}

/** Outside a function of the user's own, `arguments` would be those of the compiled module. */
function ownArguments(free: readonly FreeName[]): CodeFault | null {
  const use = free.find(({ name }) => name === "arguments");
  return use ? { reason: "arguments", message: "", line: use.line } : null;
}

/** A formula has its value at once; what it calls may wait, and so may code. */
const WAITS: CodeFault = { reason: "await", message: "", line: 1 };

/** `lead?.Email`, `lead ?? other`, or the name alone. */
function isGuarded(javascript: string, { start, end }: FreeName): boolean {
  const after = javascript.slice(end).trimStart();
  return /^\?[.?]/.test(after) || (after === "" && javascript.slice(0, start).trim() === "");
}

function awaits(node: AnyNode): boolean {
  if (node.type === "AwaitExpression" || (node.type === "ForOfStatement" && node.await)) return true;
  return childNodes(node).some((child) => !/Function/.test(child.type) && awaits(child));
}
