import type { AnyNode } from "acorn";

/** @returns the nodes directly below one, in the order of their keys. */
export function childNodes(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = [];
  for (const held of Object.values(node)) {
    if (Array.isArray(held)) {
      for (const item of held) if (isNode(item)) children.push(item);
    } else if (isNode(held)) children.push(held);
  }
  return children;
}

const isNode = (held: unknown): held is AnyNode =>
  typeof held === "object" && held !== null && typeof (held as { type?: unknown }).type === "string";
