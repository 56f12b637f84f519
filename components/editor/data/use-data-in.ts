import { useMemo } from "react";
import { type DataEntry, dataTree } from "@/components/editor/data/data-tree";
import { exampleData } from "@/components/editor/data/example-data";
import { useEditor } from "@/components/editor/store/editor-context";
import { findNodeType } from "@/core/nodes/catalogue";
import { scopeOf } from "@/core/values/scope-of";

/** One earlier step and what it gives. */
export interface DataSource {
  nodeId: string;
  entry: DataEntry;
  /** The TypeScript type of what it gives. */
  type: string;
  /** The step may have been skipped. */
  mayBeMissing: boolean;
}

/**
 * Everything a step can be filled in from, step by step in order, with the values at hand as examples.
 * @param setting which of its settings, where that makes a difference
 */
export function useDataIn(nodeId: string, setting = ""): DataSource[] {
  const nodes = useEditor((state) => state.document.nodes);
  const edges = useEditor((state) => state.document.edges);
  const context = useEditor((state) => state.context);
  const run = useEditor((state) => state.run);
  const record = useEditor((state) => state.testRecord);
  const types = useEditor((state) => state.types);
  const round = useEditor((state) => state.round);
  return useMemo(() => {
    const graph = { nodes, edges };
    const examples = exampleData(graph, run, record, { node: nodeId, round });
    return scopeOf(graph, nodeId, context, setting, types).flatMap((name): DataSource[] => {
      const node = nodes.find((candidate) => candidate.id === name.nodeId);
      const type = node && findNodeType(node.type);
      if (!node || !type) return [];
      const root = {
        label: node.label,
        name: node.name,
        type: name.type,
        example: examples[node.name],
        mayBeEmpty: name.mayBeMissing,
      };
      return [{ nodeId: node.id, entry: dataTree(root, context), type: name.type, mayBeMissing: name.mayBeMissing }];
    });
  }, [nodes, edges, context, run, record, round, types, nodeId, setting]);
}
