import { ERROR, type GraphNode } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import { handlesOf } from "@/core/nodes/handles-of";
import type { Handle, NodeType } from "@/core/nodes/node-type";

export interface StepFacts {
  /** Undefined for a type this version does not know. */
  type: NodeType | undefined;
  /** The ordinary ways out, without the *if it fails* line. */
  handles: readonly Handle[];
  canFail: boolean;
}

/** Nodes are immutable, so what follows from one is computed once. */
const known = new WeakMap<GraphNode, StepFacts>();

/** What the editor asks of a node again and again. */
export function stepFacts(node: GraphNode): StepFacts {
  const before = known.get(node);
  if (before) return before;
  const all = handlesOf(node);
  const facts: StepFacts = {
    type: findNodeType(node.type),
    handles: all.filter((handle) => handle.id !== ERROR),
    canFail: all.some((handle) => handle.id === ERROR),
  };
  known.set(node, facts);
  return facts;
}
