import { ERRORS, type ErrorCode } from "@/core/execution/errors";
import { isFinal } from "@/core/execution/statuses";
import type { Json } from "@/core/values/json";
import { errorSentence } from "@/server/api/rest/rest-error";
import { restSentence } from "@/server/api/rest/rest-sentence";
import type { ExecutionOutcome } from "@/server/runtime/execute";

/** What a caller who waited for an execution gets. Zoho's shape, with the execution and its page added. */
export interface ExecutionAnswer {
  status: number;
  headers?: Record<string, string>;
  body: { code: string; details: Record<string, Json>; message: string };
}

/** How long a caller who asks for it again should wait, in seconds. */
const AGAIN_AFTER = "1";

/**
 * @param outcome how the execution ended, or where it stands
 * @param origin the server's own address as the caller wrote it, for the link to the run's page
 * @param statusAddress where the caller may ask how it goes on
 */
export function executionAnswer(outcome: ExecutionOutcome, origin: string, statusAddress?: string): ExecutionAnswer {
  const { executionId } = outcome;
  const url = `${origin}/executions/${executionId}`;
  if (outcome.status === "succeeded") {
    return {
      status: 200,
      body: {
        code: "success",
        details: { output: outcome.output, executionId, url },
        message: "function executed successfully",
      },
    };
  }
  const { status } = outcome;
  if (!isFinal(status)) {
    const headers = { "retry-after": AGAIN_AFTER, ...(statusAddress && { location: statusAddress }) };
    return {
      status: 202,
      headers,
      body: { code: status, details: { executionId, url }, message: restSentence(status) },
    };
  }
  const code: ErrorCode = outcome.error?.code ?? "INTERNAL";
  const { seconds } = outcome.error?.params ?? {};
  return {
    status: ERRORS[code].httpStatus,
    headers: code === "DAY_LIMIT" ? { "retry-after": String(seconds) } : {},
    body: {
      code,
      details: { executionId, url, step: outcome.error?.nodeId ?? null },
      message: errorSentence(code, outcome.error?.params ?? {}),
    },
  };
}
