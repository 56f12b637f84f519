import { type WorkspaceLimits, workspaceLimitsOf } from "@/core/execution/workspace-limits";
import type { App } from "@/server/app";
import { keptUntilChange } from "@/server/database/kept-until-change";

/** The row of `workspace_setting` that holds them. */
export const LIMITS_KEY = "limits";

const kept = keptUntilChange<WorkspaceLimits>("setting", async (app, workspaceId) => {
  const row = await app.db.workspaceSetting.findUnique({
    where: { workspaceId_key: { workspaceId, key: LIMITS_KEY } },
    select: { value: true },
  });
  return workspaceLimitsOf(row?.value);
});

/** @returns the limits of a workspace, from memory where they can be */
export async function workspaceLimits(app: App, workspaceId: string): Promise<WorkspaceLimits> {
  return (await kept(app, workspaceId)) ?? workspaceLimitsOf(null);
}
