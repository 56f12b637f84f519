import type { AutomationDocument } from "@/core/graph/document";
import { Criteria } from "@/core/values/criteria";

/**
 * Whether a step is only reached where a condition before it says that this value is there. Follows the line up for as
 * long as there is one; where lines meet, nothing is sure any more.
 */
export function guardsAgainstEmpty(document: AutomationDocument, nodeId: string, subject: string): boolean {
  const seen = new Set<string>();
  for (let at = nodeId; !seen.has(at); ) {
    seen.add(at);
    const [edge, another] = document.edges.filter(({ to }) => to === at);
    if (!edge || another) return false;
    const before = document.nodes.find(({ id }) => id === edge.from);
    if (before && saysItIsThere(before.config.branches, edge.handle, subject)) return true;
    at = edge.from;
  }
  return false;
}

function saysItIsThere(branches: unknown, handle: string, subject: string): boolean {
  if (!Array.isArray(branches)) return false;
  const branch: unknown = branches.find((one) => one?.id === handle);
  const when = Criteria.safeParse((branch as { when?: unknown } | undefined)?.when);
  if (!when.success || when.data.kind !== "rows") return false;
  const { match, rows } = when.data;
  if (match !== "all" && rows.length > 1) return false;
  return rows.some(
    ({ left, operator }) => operator === "is-not-empty" && left.kind === "expression" && left.code.trim() === subject,
  );
}
