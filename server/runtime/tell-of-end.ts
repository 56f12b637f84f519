import { tellsOfAutomation } from "@/core/execution/failures-in-row";
import type { App } from "@/server/app";
import { FailuresInRow } from "@/server/automations/failures-in-row";
import type { ExecutionRequest } from "@/server/runtime/execution-request";
import type { ExecutionProgress } from "@/server/runtime/journal/journal-write";
import { settleSuspended } from "@/server/runtime/settle-suspended";

/** What the end of an execution means to others is noted beside it: nobody waits for that. */
export async function tellOfEnd(
  app: App,
  executionId: string,
  request: ExecutionRequest,
  { status, error }: ExecutionProgress,
): Promise<void> {
  const { mode, workspaceId, version } = request;
  // It waits for its second try: somebody may have asked it to stop meanwhile.
  if (status === "waiting") return settleSuspended(app, executionId);
  const end = tellsOfAutomation(status, error);
  if (mode !== "live" || !version.automationId || !end) return;
  void FailuresInRow.of(app).note({ workspaceId, automationId: version.automationId, end });
}
