import type { PanelState } from "@/components/editor/store/panel-slice";
import { roundValue } from "@/components/editor/store/rounds";
import { type RunView, stepOf } from "@/components/editor/store/run-view";
import type { Graph } from "@/core/graph/document";
import { loopIndex } from "@/core/graph/loops";
import { findNodeType } from "@/core/nodes/catalogue";
import type { Json } from "@/core/values/json";

/**
 * The values at hand, by name in formulas: what the last test's steps gave, and before any test the chosen record.
 *
 * @param at the step whose formulas read them, and the round of its loops that is shown: inside a loop its name stands for
 *   the item of the round
 */
export function exampleData(
  graph: Graph,
  run: RunView | null,
  record: PanelState["testRecord"],
  at?: { node: string; round: string | null },
): Record<string, Json | undefined> {
  const loops = new Set(at ? loopIndex(graph.nodes).around(at.node) : []);
  const round = at?.round ?? (at && stepOf(run, at.node)?.path) ?? null;
  return Object.fromEntries(
    graph.nodes.map((node) => {
      if (loops.has(node.id)) return [node.name, roundValue(run, node.id, round ?? "0")];
      const step = stepOf(run, node.id, round);
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
