import type { AutomationDocument, GraphEdge } from "@/core/graph/document";
import { isSameEdge } from "@/core/graph/edits/connect-nodes";
import { regionBehind } from "@/core/graph/loops";
import { indexGraph, reachableFrom } from "@/core/graph/walk";
import { findNodeType } from "@/core/nodes/catalogue";
import { handlesOf } from "@/core/nodes/handles-of";

/** Why a line cannot be drawn; each has a sentence in `messages/<language>/editor.json` under `refused`. */
export type ConnectRefusal =
  | "noSuchStep"
  | "noSuchHandle"
  | "intoItself"
  | "intoStart"
  | "crossesLoop"
  | "alreadyJoined"
  | "circle";

/** @returns whether a line may be drawn, and if not, why. */
export function canConnect(
  document: AutomationDocument,
  edge: GraphEdge,
): { ok: true } | { ok: false; reason: ConnectRefusal } {
  const reason = refusal(document, edge);
  return reason ? { ok: false, reason } : { ok: true };
}

function refusal(document: AutomationDocument, edge: GraphEdge): ConnectRefusal | null {
  const from = document.nodes.find((node) => node.id === edge.from);
  const to = document.nodes.find((node) => node.id === edge.to);
  if (!from || !to) return "noSuchStep";
  if (from === to) return "intoItself";
  if (findNodeType(to.type)?.isTrigger) return "intoStart";
  if (!handlesOf(from).some((handle) => handle.id === edge.handle)) return "noSuchHandle";
  if (to.parent !== regionBehind(from, edge.handle)) return "crossesLoop";
  if (document.edges.some((other) => isSameEdge(other, edge))) return "alreadyJoined";
  return reachableFrom(indexGraph(document), [to.id]).has(from.id) ? "circle" : null;
}
