import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import { OTHERWISE } from "@/core/graph/document";

/** Finds branches whose handles have the same id, or that of *otherwise*. */
export function checkHandleIds(nodeId: string, field: string, branches: readonly { id: string }[]): Diagnostic[] {
  const seen = new Set<string>([OTHERWISE]);
  return branches.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [error("BAD_SETTING", { nodeId, field: `${field}.${index}.id` }, { reason: "twice", name: id })];
  });
}
