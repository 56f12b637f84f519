import type { z } from "zod";
import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import type { CompileContext } from "@/core/compiler/program";
import type { GraphNode } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";

/** Checks settings against their node type. Nodes of unknown type are passed over. */
export function checkConfigs(
  nodes: readonly GraphNode[],
  context: CompileContext,
): { configs: Map<string, unknown>; diagnostics: Diagnostic[] } {
  const configs = new Map<string, unknown>();
  const diagnostics = nodes.flatMap((node) => {
    const type = findNodeType(node.type);
    if (!type) return [];
    const parsed = type.config.safeParse(node.config);
    if (!parsed.success) return parsed.error.issues.map((issue) => settingError(node, issue));
    configs.set(node.id, parsed.data);
    return type.check?.(parsed.data, { ...context, node }) ?? [];
  });
  return { configs, diagnostics };
}

/** Something that is not there is missing; anything else is wrong. */
function settingError(node: GraphNode, issue: z.core.$ZodIssue): Diagnostic {
  const field = issue.path.map(String).join(".");
  const at = { nodeId: node.id, field: field || undefined };
  const setting = String(issue.path[0] ?? "");
  const isMissing =
    (issue.code === "custom" && issue.params?.missing === true) || heldAt(node.config, issue.path) === undefined;
  return isMissing && issue.code !== "unrecognized_keys"
    ? error("MISSING_SETTING", at, { setting })
    : error("BAD_SETTING", at, { setting, reason: "rule", detail: issue.message });
}

function heldAt(config: unknown, path: readonly PropertyKey[]): unknown {
  let held = config;
  for (const key of path) held = (held as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return held;
}
