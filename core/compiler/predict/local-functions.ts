import type { AnyNode } from "acorn";
import { childNodes } from "@/core/values/syntax-tree";

export type FunctionNode = Extract<
  AnyNode,
  { type: "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression" }
>;

/** The functions of a piece of code of which every call is known. */
export interface LocalFunctions {
  /** By name: those that are declared once and are never used but to be called. */
  called: ReadonlyMap<string, FunctionNode>;
  /** Whether there is other code that somebody may call: passed on, a method, a getter, a class. */
  othersMayRun: boolean;
}

/** @param entry a function that is called from outside and not counted as passed on */
export function localFunctions(tree: AnyNode, entry?: string): LocalFunctions {
  const declared = new Map<string, FunctionNode[]>();
  const used = new Map<string, { calls: number; all: number }>();
  let functions = 0;
  let isStrange = false;
  visit(tree, null);
  const called = new Map<string, FunctionNode>();
  for (const [name, [only, ...more]] of declared) {
    const uses = used.get(name) ?? { calls: 0, all: 0 };
    // One mention is the declaration itself.
    const isOnlyCalled = uses.all - uses.calls === 1;
    if (only && more.length === 0 && isOnlyCalled && !only.async && !only.generator && !usesArguments(only))
      called.set(name, only);
  }
  const known = called.size + (entry !== undefined && declared.has(entry) && !called.has(entry) ? 1 : 0);
  return { called, othersMayRun: isStrange || functions > known };

  function visit(node: AnyNode, parent: AnyNode | null): void {
    if (/^Class/.test(node.type)) isStrange = true;
    if (isFunction(node)) {
      functions += 1;
      const name = node.type === "FunctionDeclaration" ? node.id?.name : nameGiven(parent);
      if (name !== undefined) declared.set(name, [...(declared.get(name) ?? []), node]);
    }
    if (node.type === "Identifier") {
      const uses = used.get(node.name) ?? { calls: 0, all: 0 };
      const isCall = parent?.type === "CallExpression" && parent.callee === node;
      used.set(node.name, { calls: uses.calls + (isCall ? 1 : 0), all: uses.all + 1 });
    }
    for (const child of childNodes(node)) visit(child, node);
  }
}

export const isFunction = (node: AnyNode): node is FunctionNode =>
  node.type === "FunctionDeclaration" || node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression";

const nameGiven = (parent: AnyNode | null): string | undefined =>
  parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id.name : undefined;

const usesArguments = (node: AnyNode): boolean =>
  (node.type === "Identifier" && node.name === "arguments") || childNodes(node).some(usesArguments);
