import { answerText } from "@/core/execution/answer-text";
import type { ExecutionError } from "@/core/execution/errors";
import type { Headline } from "@/core/execution/headline";
import { outcomeOf } from "@/core/execution/outcome";
import type { ExecutionStatus } from "@/core/execution/statuses";
import type { Json } from "@/core/values/json";
import type { VersionToRun } from "@/server/runtime/execution-request";
import { placeError } from "@/server/runtime/place-error";
import type { SandboxResult } from "@/server/runtime/sandbox/sandbox";

/** @returns what the end of a program means for its execution */
export function endOfRun(
  result: SandboxResult,
  { lineMap, document }: VersionToRun,
): { status: ExecutionStatus; error: ExecutionError | null; outcome: Headline | null } {
  const { output, handledFailures } = result;
  const error = result.error ? placeError(result.error, lineMap) : stoppedError(result);
  const status = statusOf(result);
  const message = answerText(output);
  const stepLabel = document.nodes.find(({ id }) => id === error?.nodeId)?.label ?? null;
  return { status, error, outcome: outcomeOf({ status, handledFailures, error, message, stepLabel }) };
}

function statusOf({ end, error }: SandboxResult): ExecutionStatus {
  if (end === "returned") return "succeeded";
  if (end === "stopped" || error?.code === "CANCELED") return "canceled";
  return error?.code === "TIME_LIMIT" ? "timed-out" : "failed";
}

/** A test that stopped before its first effect says so in the place of an error. */
function stoppedError({ end, planned }: SandboxResult): ExecutionError | null {
  if (end !== "stopped") return null;
  const [next] = planned;
  const request = (next?.request ?? {}) as Record<string, Json>;
  const target = String(request.module ?? request.connection ?? request.url ?? request.automation ?? request.to ?? "");
  return { code: "TEST_STOPPED", params: { target }, message: "", nodeId: next?.nodeId };
}
