import type { CompileContext } from "@/core/compiler/program";
import { ERROR, type Graph } from "@/core/graph/document";
import { indexGraph, leadingTo, reachableFrom, topologicalOrder } from "@/core/graph/walk";
import { findNodeType } from "@/core/nodes/catalogue";
import { partialConfig } from "@/core/nodes/partial-config";

/** What a failure is read as on an *if it fails* line. */
const FAILED_TYPE = "{ error: { code: string; message: string; status?: number; body?: any } }";

export interface NameInScope {
  nodeId: string;
  name: string;
  /** The TypeScript type of what it stands for. */
  type: string;
  /** There is a way to the step that does not pass this one. */
  mayBeMissing: boolean;
}

/** The names of earlier steps that a step's formulas may use, in the order the steps run. */
export function namesInScope(graph: Graph, nodeId: string, context: CompileContext): NameInScope[] {
  const index = indexGraph(graph);
  const before = leadingTo(index, [nodeId]);
  const starts = graph.nodes.filter((node) => findNodeType(node.type)?.isTrigger).map((node) => node.id);
  return topologicalOrder(index)
    .order.filter((id) => id !== nodeId && before.has(id))
    .flatMap((id): NameInScope[] => {
      const node = index.nodes.get(id)!;
      const type = findNodeType(node.type);
      if (!type) return [];
      const around = indexGraph({ nodes: graph.nodes.filter((other) => other.id !== id), edges: graph.edges });
      const onThen = graph.edges.filter((edge) => edge.from === id && edge.handle !== ERROR).map((edge) => edge.to);
      const hasFailed = !reachableFrom(index, onThen).has(nodeId);
      const output = type.outputType(partialConfig(type, node.config), { ...context, node });
      if (output === "never") return [];
      return [
        {
          nodeId: id,
          name: node.name,
          type: hasFailed ? FAILED_TYPE : output,
          mayBeMissing: reachableFrom(around, starts.filter((start) => start !== id)).has(nodeId),
        },
      ];
    });
}
