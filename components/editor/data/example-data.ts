import type { PanelState } from "@/components/editor/store/panel-slice";
import { type RunView, stepOf } from "@/components/editor/store/run-view";
import type { Graph } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import type { Json } from "@/core/values/json";

/**
 * The values at hand, by name in formulas: what the last test's steps gave, and before any test the chosen record.
 */
export function exampleData(
  graph: Graph,
  run: RunView | null,
  record: PanelState["testRecord"],
): Record<string, Json | undefined> {
  return Object.fromEntries(
    graph.nodes.map((node) => {
      const step = stepOf(run, node.id);
      if (step?.status === "succeeded") return [node.name, step.output];
      if (step?.error) return [node.name, failure(step.error)];
      const startsWithRecord = record && findNodeType(node.type)?.isTrigger && node.config.module === record.module;
      return [node.name, startsWithRecord ? { record: record.record, module: record.module } : undefined];
    }),
  );
}

const failure = ({
  code,
  message,
  status,
  body,
}: {
  code: string;
  message: string;
  status?: number;
  body?: Json;
}): Json => ({
  error: { code, message, ...(status !== undefined && { status }), ...(body !== undefined && { body }) },
});
