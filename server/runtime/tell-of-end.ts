import { tellsOfAutomation } from "@/core/execution/failures-in-row";
import type { App } from "@/server/app";
import { FailuresInRow } from "@/server/automations/failures-in-row";
import type { ExecutionRequest } from "@/server/runtime/execution-request";
import type { ExecutionProgress } from "@/server/runtime/journal/journal-write";

/** What the end of an execution means to others is noted beside it: nobody waits for that. */
export function tellOfEnd(app: App, request: ExecutionRequest, { status, error }: ExecutionProgress): void {
  const { mode, workspaceId, version } = request;
  const end = tellsOfAutomation(status, error);
  if (mode !== "live" || !version.automationId || !end) return;
  void FailuresInRow.of(app).note({ workspaceId, automationId: version.automationId, end });
}
