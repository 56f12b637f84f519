import { scanCode } from "@/core/compiler/code-scanner";
import type { AutomationDocument, GraphEdge } from "@/core/graph/document";
import { configureNode } from "@/core/graph/edits/configure-node";
import { isSameEdge } from "@/core/graph/edits/connect-nodes";
import type { QuickFix } from "@/core/graph/edits/quick-fix";
import { removeEdges } from "@/core/graph/edits/remove-edges";
import { removeNodes } from "@/core/graph/edits/remove-nodes";
import { setPolicy } from "@/core/graph/edits/set-policy";
import { skipWhenEmpty } from "@/core/graph/edits/skip-when-empty";
import type { Json } from "@/core/values/json";
import { renameInCode } from "@/core/values/rename-in-code";
import { Value } from "@/core/values/value";
import { isPlainCode } from "@/core/values/value-code";

/** Applies a quick fix. A document it does not fit any more stays as it is. */
export function applyQuickFix(document: AutomationDocument, fix: QuickFix): AutomationDocument {
  switch (fix.kind) {
    case "remove-line":
      return removeEdges(document, [fix.edge]);
    case "single-lines":
      return {
        ...document,
        edges: document.edges.filter((edge, at) => edge.from !== fix.nodeId || isFirst(document, edge, at)),
      };
    case "remove-step":
      return removeNodes(document, [fix.nodeId], { rejoin: true });
    case "disable":
      return setPolicy(document, fix.nodeId, { disabled: true });
    case "rename":
      return {
        ...document,
        nodes: document.nodes.map((node) => (node.id === fix.nodeId ? { ...node, name: fix.name } : node)),
      };
    case "configure":
      return configureNode(document, fix.nodeId, fix.field, fix.value);
    case "rename-field":
      return renameField(document, fix);
    case "remove-field":
      return configureNode(document, fix.nodeId, `fields.${fix.name}`, undefined);
    case "replace-in-field":
      return rewrite(document, fix, (code) => replacedOnce(code, fix.from, fix.to, fix.line));
    case "read-instead":
      return rewrite(document, fix, (code, kind) => {
        const renamed = renameInCode(kind, code, fix.from, fix.to);
        return renamed === code ? null : renamed;
      });
    case "fallback":
      return rewrite(document, fix, (code) => orElse(code, fix.subject, fix.fallback));
    case "fail-when-empty": {
      const failing = `(() => { throw new Error(${JSON.stringify(fix.message)}); })()`;
      return rewrite(document, fix, (code) => orElse(code, fix.subject, failing));
    }
    case "skip-when-empty":
      return skipWhenEmpty(document, fix);
  }
}

/** The fields keep their order. */
function renameField(document: AutomationDocument, fix: Extract<QuickFix, { kind: "rename-field" }>) {
  const fields = heldAt(document.nodes.find(({ id }) => id === fix.nodeId)?.config, ["fields"]);
  if (fields === null || typeof fields !== "object" || Array.isArray(fields)) return document;
  if (!Object.hasOwn(fields, fix.from) || Object.hasOwn(fields, fix.to)) return document;
  const renamed = Object.entries(fields).map(([name, value]) => [name === fix.from ? fix.to : name, value]);
  return configureNode(document, fix.nodeId, "fields", Object.fromEntries(renamed));
}

const isFirst = ({ edges }: AutomationDocument, edge: GraphEdge, at: number): boolean =>
  edges.findIndex((other) => isSameEdge(other, edge)) === at;

/** Changes the first formula of a field, or its code, that the change applies to. */
function rewrite(
  document: AutomationDocument,
  { field, nodeId }: { field: string; nodeId: string },
  change: (code: string, kind: "formula" | "body") => string | null,
): AutomationDocument {
  const held = heldAt(document.nodes.find((node) => node.id === nodeId)?.config, field.split("."));
  const changed = typeof held === "string" ? change(held, "body") : inValues(held, (code) => change(code, "formula"));
  return changed === null ? document : configureNode(document, nodeId, field, changed);
}

/** A field may hold one value, or criteria made of several. */
function inValues(held: Json | undefined, change: (code: string) => string | null): Json | null {
  if (held === null || held === undefined || typeof held !== "object") return null;
  const value = Value.safeParse(held);
  if (value.success) return inValue(value.data, change) as Json | null;
  for (const [key, inner] of Object.entries(held)) {
    const changed = inValues(inner as Json, change);
    if (changed === null) continue;
    return Array.isArray(held)
      ? held.map((item, at) => (String(at) === key ? changed : item))
      : { ...held, [key]: changed };
  }
  return null;
}

function inValue(value: Value, change: (code: string) => string | null): Value | null {
  if (value.kind === "expression") {
    const code = change(value.code);
    return code === null ? null : { ...value, code };
  }
  if (value.kind !== "template") return null;
  let isDone = false;
  const parts = value.parts.map((part) => {
    const code = typeof part === "string" || isDone ? null : change(part.code);
    if (code === null) return part;
    isDone = true;
    return { code };
  });
  return isDone ? { ...value, parts } : null;
}

/** `subject ?? other`, between parentheses where it is part of a longer formula. */
function orElse(code: string, subject: string, other: string): string | null {
  const value = `${isPlainCode(subject) ? subject : `(${subject})`} ?? ${other}`;
  return code.trim() === subject ? value : replacedOnce(code, subject, `(${value})`);
}

/**
 * Replaces the first place where it stands as a whole: not inside a longer name, nor as the end of a longer chain; in a
 * text or a comment only where it stands nowhere else, as in the formulas of a template.
 */
function replacedOnce(code: string, from: string, to: string, line?: number): string | null {
  const isCode = new Set<number>();
  for (const { index } of scanCode(code)) isCode.add(index);
  const lineOf = (at: number) => code.slice(0, at).split("\n").length;
  const places: number[] = [];
  for (let at = code.indexOf(from); at >= 0; at = code.indexOf(from, at + 1)) {
    const isPartOfLonger =
      (/^\w/.test(from) && /[\w$]$/.test(code.slice(0, at))) || isCutOff(from, code[at + from.length]);
    if (!isPartOfLonger && (line === undefined || lineOf(at) === line)) places.push(at);
  }
  const place = places.find((at) => isCode.has(at)) ?? places[0];
  return place === undefined ? null : code.slice(0, place) + to + code.slice(place + from.length);
}

const isCutOff = (from: string, next: string | undefined): boolean => /\w$/.test(from) && /[\w$]/.test(next ?? "");

function heldAt(config: unknown, path: readonly string[]): Json | undefined {
  let held = config as Json | undefined;
  for (const key of path) {
    if (held === null || typeof held !== "object" || !Object.hasOwn(held, key)) return undefined;
    held = (held as Record<string, Json>)[key];
  }
  return held;
}
