import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import type { NodeContext } from "@/core/nodes/node-type";

/** Finds inputs, or values of a step, that share a name. */
export function checkParameters(context: NodeContext, field: string, items: readonly { name: string }[]): Diagnostic[] {
  const seen = new Set<string>();
  return items.flatMap(({ name }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      error("BAD_SETTING", { nodeId: context.node.id, field: `${field}.${index}.name` }, { reason: "twice", name }),
    ];
  });
}
