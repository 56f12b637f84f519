import type { ErrorCode } from "@/core/execution/errors";
import type { EffectKind, JournalEffect, JournalStep } from "@/core/execution/journal";
import { type AutomationDocument, ERROR, type GraphNode } from "@/core/graph/document";
import { indexGraph, reachableFrom } from "@/core/graph/walk";
import type { Json } from "@/core/values/json";

/** One effect of an execution as the cause card lists it. */
export interface EffectLine {
  nodeId: string;
  /** The step's label. */
  step: string;
  kind: EffectKind;
  /** What it acts on, in words. */
  target: string;
  /** `not-done`: refused, or planned behind the failure and never reached; `unknown`: cut off before its answer. */
  state: "done" | "failed" | "unknown" | "running" | "not-done";
  /** True for a mail that stays in the outbox, because no mail server was set up. */
  isKept?: boolean;
}

/** The request was on its way when nobody waited for the answer any more. */
const CUT_OFF: ReadonlySet<ErrorCode> = new Set(["HTTP_TIMEOUT", "TIME_LIMIT", "CANCELED", "WORKER_LOST"]);

/** Refused before anything was tried. */
const REFUSED: ReadonlySet<ErrorCode> = new Set(["DAY_LIMIT"]);

type Planned = Pick<EffectLine, "kind" | "target">;

const STATES: Record<JournalEffect["status"], EffectLine["state"]> = {
  done: "done",
  failed: "failed",
  unknown: "unknown",
  intent: "running",
};

function stateOf({ kind, status, error, result }: JournalEffect): EffectLine["state"] {
  if (error && REFUSED.has(error.code)) return "not-done";
  if (kind === "call" && error && CUT_OFF.has(error.code)) return "unknown";
  // Only what it gave could not be kept.
  if (kind === "call" && status === "failed" && isAccepted(result)) return "done";
  return STATES[status];
}

function isAccepted(result: Json): boolean {
  const status = (result as { status?: Json } | null)?.status;
  return typeof status === "number" && status < 400;
}

const isKeptMail = ({ kind, result }: JournalEffect): boolean =>
  kind === "email" && (result as { status?: unknown } | null)?.status === "kept";

/**
 * Lists what an execution did outside itself, and what it would have done had nothing failed.
 *
 * @param planned what a node does, known before it runs
 * @param nameOf what people call a target the journal names: "Lead" for "Leads"
 */
export function effectSummary(
  document: AutomationDocument,
  steps: JournalStep[],
  effects: JournalEffect[],
  planned: (node: GraphNode) => Planned[],
  nameOf: (target: string) => string,
): EffectLine[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const labelOf = (nodeId: string) => nodes.get(nodeId)?.label ?? "";
  const happened = effects.map((effect): EffectLine => {
    const { nodeId, kind, target } = effect;
    const line = { nodeId, step: labelOf(nodeId), kind, target: nameOf(target), state: stateOf(effect) };
    return isKeptMail(effect) ? { ...line, isKept: true } : line;
  });

  const acted = new Set(effects.map(({ nodeId }) => nodeId));
  const reached = new Set(steps.map(({ nodeId }) => nodeId));
  const failed = steps.filter(({ status }) => status === "failed" || status === "canceled").map(({ nodeId }) => nodeId);
  const behind = reachableFrom(
    indexGraph({ nodes: document.nodes, edges: document.edges.filter(({ handle }) => handle !== ERROR) }),
    failed,
  );
  const missed = [...behind]
    .filter((id) => !acted.has(id) && (!reached.has(id) || failed.includes(id)))
    .flatMap((id) => {
      const node = nodes.get(id);
      return node
        ? planned(node).map(
            ({ kind, target }): EffectLine => ({ nodeId: id, step: node.label, kind, target, state: "not-done" }),
          )
        : [];
    });
  return [...happened, ...missed];
}
