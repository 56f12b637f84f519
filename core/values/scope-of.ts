import { checkStructure } from "@/core/compiler/analyse/check-structure";
import { flowOf } from "@/core/compiler/analyse/flow";
import { type LiveGraph, liveGraph } from "@/core/compiler/analyse/live-graph";
import { namesVisibleAt } from "@/core/compiler/analyse/names-visible-at";
import type { CompileContext } from "@/core/compiler/program";
import type { Graph } from "@/core/graph/document";

/** A name that formulas of a node can use. */
export interface ScopeName {
  nodeId: string;
  name: string;
  label: string;
  /** The TypeScript type of what it stands for. */
  type: string;
  /** `error`: on the *if it fails* line, `{ error: { code, message, status?, body? } }`; `either`: after both lines met. */
  stands: "output" | "error" | "either";
  /** True when its step may have been skipped. */
  mayBeMissing: boolean;
}

const FAILED = "{ error: { code: string; message: string; status?: number; body?: unknown } }";

/**
 * The names formulas of a node can use, in the order their steps run. Works on unfinished graphs: while the structure has
 * an error, or nothing leads to the node, there are none.
 */
export function scopeOf(graph: Graph, nodeId: string, context: CompileContext): ScopeName[] {
  if (checkStructure(graph).some((finding) => finding.severity === "error")) return [];
  const live = liveGraph(graph, context);
  if (!live.nodes.has(nodeId)) return [];
  return [...namesVisibleAt(live, flowOf(live), nodeId).values()].map((visible) => {
    const { id, name, node } = visible;
    const stands = visible.stands();
    const output = outputType(live, id);
    const type = stands === "output" ? output : stands === "error" ? FAILED : `${output} | ${FAILED}`;
    return { nodeId: id, name, label: node.label, type, stands, mayBeMissing: visible.mayBeMissing() };
  });
}

function outputType(live: LiveGraph, id: string): string {
  const node = live.nodes.get(id)!;
  return node.type.outputType(node.config, node.context);
}
