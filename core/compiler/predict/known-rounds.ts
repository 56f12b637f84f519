import type { AnyNode, ForOfStatement, ForStatement } from "acorn";
import { childNodes } from "@/core/values/syntax-tree";

/** @returns how often a loop goes round that nothing leaves early; null where that depends on what it is given */
export function knownRounds(loop: ForStatement | ForOfStatement): number | null {
  if (loop.type === "ForStatement") return countedRounds(loop);
  const { right } = loop;
  if (right.type !== "ArrayExpression") return null;
  return right.elements.some((element) => element?.type === "SpreadElement") ? null : right.elements.length;
}

/** `for (let i = 0; i < 10; i++)`, with numbers for its bounds, and nothing else that changes `i`. */
function countedRounds({ init, test, update, body }: ForStatement): number | null {
  if (init?.type !== "VariableDeclaration" || init.declarations.length !== 1) return null;
  const { id, init: first } = init.declarations[0]!;
  if (id.type !== "Identifier" || test?.type !== "BinaryExpression" || !isNamed(test.left, id.name)) return null;
  const start = numberOf(first);
  const bound = numberOf(test.right);
  const step = stepOf(update, id.name);
  if (start === null || bound === null || step === null || changes(body, id.name)) return null;
  const distance = bound - start;
  switch (test.operator) {
    case "<":
      return step > 0 ? Math.max(0, Math.ceil(distance / step)) : distance > 0 ? null : 0;
    case "<=":
      return step > 0 ? Math.max(0, Math.floor(distance / step) + 1) : distance >= 0 ? null : 0;
    case ">":
      return step < 0 ? Math.max(0, Math.ceil(distance / step)) : distance < 0 ? null : 0;
    case ">=":
      return step < 0 ? Math.max(0, Math.floor(distance / step) + 1) : distance <= 0 ? null : 0;
    default:
      return null;
  }
}

function stepOf(update: AnyNode | null | undefined, name: string): number | null {
  if (update?.type === "UpdateExpression" && isNamed(update.argument, name)) return update.operator === "++" ? 1 : -1;
  if (update?.type !== "AssignmentExpression" || !isNamed(update.left, name)) return null;
  const by = numberOf(update.right);
  if (by === null || by === 0 || (update.operator !== "+=" && update.operator !== "-=")) return null;
  return update.operator === "+=" ? by : -by;
}

/** Whole numbers only: sums of others are not exact. */
function numberOf(node: AnyNode | null | undefined): number | null {
  if (node?.type === "UnaryExpression" && node.operator === "-") {
    const positive = numberOf(node.argument);
    return positive === null ? null : -positive;
  }
  return node?.type === "Literal" && Number.isSafeInteger(node.value) ? (node.value as number) : null;
}

const isNamed = (node: AnyNode, name: string): boolean => node.type === "Identifier" && node.name === name;

/** Whether something of this name may be written; another variable of the name counts too. */
function changes(node: AnyNode, name: string): boolean {
  if (node.type === "UpdateExpression" && mentions(node.argument, name)) return true;
  if (node.type === "AssignmentExpression" && mentions(node.left, name)) return true;
  if ((node.type === "ForOfStatement" || node.type === "ForInStatement") && mentions(node.left, name)) return true;
  return childNodes(node).some((child) => changes(child, name));
}

const mentions = (node: AnyNode, name: string): boolean =>
  isNamed(node, name) || childNodes(node).some((child) => mentions(child, name));
