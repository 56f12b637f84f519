import type { Analysis } from "@/core/compiler/analyse/analyse";
import { namesVisibleAt } from "@/core/compiler/analyse/names-visible-at";
import type { ModuleNames } from "@/core/compiler/generate/module-names";

/**
 * @returns the type of a node's output. For code it is what the code returns: text that people wrote is never pasted where
 * it would be read as code.
 */
export function outputTypeText(id: string, names: ModuleNames, analysis: Analysis): string {
  const called = analysis.functionOf(id);
  const code = called === undefined ? names.ofCode(id) : names.ofFunction(called);
  return code === undefined ? analysis.typeOf(id) : `Awaited<ReturnType<typeof ${code}>>`;
}

/** @returns the type of what a name stands for at a place: output or error, and whether it may be missing */
export function visibleTypeText(id: string, at: string, names: ModuleNames, analysis: Analysis): string {
  const node = analysis.nodes.get(id)!;
  const visible = namesVisibleAt(analysis.regionOf(at), at).get(node.name)!;
  const stands = visible.stands();
  if (stands === "round") return node.type.body!.innerType(node.config, node.context);
  const output = stands === "error" ? [] : [outputTypeText(id, names, analysis)];
  const failed = stands === "output" ? [] : ["Failed"];
  return [...output, ...failed, ...(visible.mayBeMissing() ? ["undefined"] : [])].join(" | ");
}
