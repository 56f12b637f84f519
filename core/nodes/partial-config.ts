import type { NodeType } from "@/core/nodes/node-type";

/**
 * Reads as much of a config as is well-formed, so that an unfinished or damaged node can still be described. Defaults are
 * filled in; settings that do not fit are left out.
 */
export function partialConfig(type: NodeType, config: Record<string, unknown>): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(type.config.shape)) {
    const parsed = (schema as NodeType["config"]).safeParse(config[key]);
    if (parsed.success && parsed.data !== undefined) read[key] = parsed.data;
  }
  return read;
}
