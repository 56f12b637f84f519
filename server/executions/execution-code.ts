import type { LineSpan } from "@/core/compiler/program";
import type { Actor, App } from "@/server/app";
import { runnableVersion } from "@/server/automations/runnable-version";
import { findExecution } from "@/server/executions/find-execution";

/**
 * The readable module that ran.
 *
 * @throws AppError NOT_FOUND
 */
export async function executionCode(
  app: App,
  actor: Actor,
  input: { id: string },
): Promise<{ typescript: string; lineMap: LineSpan[] }> {
  const { versionId } = await findExecution(app, actor, input.id);
  const { typescript, lineMap } = await runnableVersion(app, { workspaceId: actor.workspaceId, versionId });
  return { typescript, lineMap };
}
