import { checkStructure } from "@/core/compiler/analyse/check-structure";
import { namesAtEndOf, namesVisibleAt, type VisibleName } from "@/core/compiler/analyse/names-visible-at";
import { allRegions, regionsOf } from "@/core/compiler/analyse/region";
import type { CompileContext } from "@/core/compiler/program";
import type { Graph } from "@/core/graph/document";

/** A name that formulas of a node can use. */
export interface ScopeName {
  nodeId: string;
  name: string;
  label: string;
  /** The TypeScript type of what it stands for. */
  type: string;
  /** `round`: the turn of the loop it stands in; `error`: on the *if it fails* line, `{ error: { code, message, status?, body? } }`; `either`: after both lines met. */
  stands: "output" | "error" | "either" | "round";
  /** True when its step may have been skipped. */
  mayBeMissing: boolean;
}

const FAILED = "{ error: { code: string; message: string; status?: number; body?: unknown } }";

/** Whether a type says nothing of some part of the value. */
export const leavesOpen = (type: string): boolean => /\b(?:any|unknown)\b/.test(type);

/**
 * The names formulas of a node can use, outer ones first, each in the order their steps run. Works on unfinished graphs:
 * while the structure has an error, or nothing leads to the node, there are none.
 *
 * @param setting the setting the formula stands in: a loop's result sees the steps of its body
 * @param known the types of steps, by name, where the type checker knows more than their node types do
 */
export function scopeOf(
  graph: Graph,
  nodeId: string,
  context: CompileContext,
  setting = "",
  known: Readonly<Record<string, string>> = {},
): ScopeName[] {
  if (checkStructure(graph).some((finding) => finding.severity === "error")) return [];
  const regions = allRegions(regionsOf(graph, context));
  const body = regions.find(({ loop }) => loop?.id === nodeId);
  const region = regions.find(({ graph: live, loop }) => live.nodes.has(nodeId) && loop?.id !== nodeId);
  if (!region) return [];
  const isResult = body?.loop?.type.body?.resultField === setting.split(".")[0];
  const visible = body && isResult ? namesAtEndOf(body) : namesVisibleAt(region, nodeId);
  return visible.all().map((name) => scopeName(name, known));
}

/** Under which name the type checker tells of a loop's round; no step can be called so. */
export const roundKey = (loop: string): string => `${loop}.round`;

function scopeName(visible: VisibleName, known: Readonly<Record<string, string>>): ScopeName {
  const { id, name, node } = visible;
  const stands = visible.stands();
  const better = (own: string, key: string): string =>
    leavesOpen(own) && Object.hasOwn(known, key) ? known[key]! : own;
  const output = () => better(node.type.outputType(node.config, node.context), name);
  const types = {
    output,
    error: () => FAILED,
    either: () => `${output()} | ${FAILED}`,
    round: () => better(node.type.body!.innerType(node.config, node.context), roundKey(name)),
  };
  return { nodeId: id, name, label: node.label, type: types[stands](), stands, mayBeMissing: visible.mayBeMissing() };
}
