import type { EffectKind } from "@/core/execution/journal";
import type { WorkspaceLimits } from "@/core/execution/workspace-limits";

/** What a workspace may do so often a day. */
export const QUOTAS = ["functionCalls", "recordOperations", "httpCalls", "mails"] as const;
export type Quota = (typeof QUOTAS)[number];

/** @returns how often a day; of function calls the lower of what all may do and what so many people may */
export function quotaLimit(quota: Quota, limits: WorkspaceLimits): number {
  const most = limits[`perDay.${quota}`];
  if (quota !== "functionCalls") return most;
  return Math.min(most, limits["perDay.functionCallsPerPerson"] * limits["perDay.peopleCounted"]);
}

/** @returns the quota an effect counts for; null for those that nobody counts */
export function quotaOfEffect(kind: EffectKind): Quota | null {
  if (kind.startsWith("record.")) return "recordOperations";
  if (kind === "call") return "httpCalls";
  return kind === "email" ? "mails" : null;
}
