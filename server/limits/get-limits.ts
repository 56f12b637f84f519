import { DEFAULT_LIMITS, LIMIT_NAMES, type LimitName, SETTABLE_LIMITS } from "@/core/execution/workspace-limits";
import type { Actor, App } from "@/server/app";
import { workspaceLimits } from "@/server/limits/workspace-limits";

/** One limit as it stands, and what it may be set to. */
export interface ListedLimit {
  name: LimitName;
  value: number;
  default: number;
  least: number;
  most: number;
}

/** Every limit that can be set for the workspace. */
export async function getLimits(app: App, actor: Actor): Promise<ListedLimit[]> {
  const limits = await workspaceLimits(app, actor.workspaceId);
  return LIMIT_NAMES.map((name) => {
    const { least, most } = SETTABLE_LIMITS[name];
    return { name, value: limits[name], default: DEFAULT_LIMITS[name], least, most };
  });
}
