import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import { connectionForCall } from "@/server/connections/connection-for-call";

/**
 * @param linkName its name in code
 * @returns what must never be shown of what a connection brought; nothing where the connection is gone
 */
export async function connectionSecrets(app: App, workspaceId: string, linkName: string): Promise<string[]> {
  try {
    return (await connectionForCall(app, workspaceId, linkName)).secrets;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "CONNECTION_MISSING") return [];
    throw thrown;
  }
}
