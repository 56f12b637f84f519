import type { ErrorCode, ExecutionError } from "@/core/execution/errors";
import type { OriginLink } from "@/core/execution/origin-chain";
import type { GraphNode } from "@/core/graph/document";

/** One thing to do about a failure; the page makes a deep link or a button of it. */
export type CauseAction =
  | { kind: "edit-record"; module: string; recordId: string; field: string }
  | { kind: "open-step"; automationId: string; nodeId: string; field: string | null; line: number | null }
  | { kind: "open-connection"; linkName: string }
  | { kind: "open-usage" }
  | { kind: "rerun" };

/** What is known around an error when its actions are chosen. */
export interface ActionFacts {
  automationId: string | null;
  node: GraphNode | null;
  chain: OriginLink[];
}

/** Errors where the same input may succeed later, so that running again is the first thing to try. */
const TRY_AGAIN: ReadonlySet<ErrorCode> = new Set([
  "HTTP_STATUS_RETRYABLE",
  "HTTP_TIMEOUT",
  "HTTP_UNREACHABLE",
  "WORKER_LOST",
  "INTERNAL",
  "CANCELED",
]);

const MOST = 3;

/** @returns what to do, the best first, at most three. */
export function causeActions(error: ExecutionError, { automationId, node, chain }: ActionFacts): CauseAction[] {
  const actions: CauseAction[] = [];
  if (TRY_AGAIN.has(error.code)) actions.push({ kind: "rerun" });

  // Until the day ends, or the limit is raised, the next run would be refused too.
  if (error.code === "DAY_LIMIT") return [{ kind: "open-usage" }, { kind: "rerun" }];

  const linkName = connectionAtFault(error, node);
  if (linkName) actions.push({ kind: "open-connection", linkName });

  const record = chain.find((link) => link.kind === "record");
  if (record?.module) {
    actions.push({ kind: "edit-record", module: record.module, recordId: record.recordId, field: record.field });
  }
  if (automationId && node) {
    const setting = chain.find((link) => link.kind === "setting" && link.nodeId === node.id);
    const field = setting?.kind === "setting" ? setting.setting : (error.field ?? null);
    actions.push({ kind: "open-step", automationId, nodeId: node.id, field, line: error.line ?? null });
  }
  if (!TRY_AGAIN.has(error.code) && error.code !== "TEST_STOPPED") actions.push({ kind: "rerun" });
  return actions.slice(0, MOST);
}

function connectionAtFault(error: ExecutionError, node: GraphNode | null): string | null {
  const refused = error.code === "HTTP_STATUS" && (error.status === 401 || error.status === 403);
  if (!refused && error.code !== "CONNECTION_MISSING" && error.code !== "CONNECTION_HOST_REFUSED") return null;
  const named = node?.config.connection ?? error.params.connection;
  return typeof named === "string" ? named : null;
}
