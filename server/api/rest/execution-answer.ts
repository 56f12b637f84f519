import { ERRORS, type ErrorCode } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";
import { errorSentence } from "@/server/api/rest/rest-error";
import { restSentence } from "@/server/api/rest/rest-sentence";
import type { ExecutionOutcome } from "@/server/runtime/execute";

/** What a caller who waited for an execution gets. Zoho's shape, with the execution and its page added. */
export interface ExecutionAnswer {
  status: number;
  body: { code: string; details: Record<string, Json>; message: string };
}

/**
 * @param outcome how the execution ended
 * @param origin the server's own address as the caller wrote it, for the link to the run's page
 */
export function executionAnswer(outcome: ExecutionOutcome, origin: string): ExecutionAnswer {
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
  if (outcome.status === "waiting")
    return { status: 202, body: { code: "waiting", details: { executionId, url }, message: restSentence("waiting") } };
  const code: ErrorCode = outcome.error?.code ?? "INTERNAL";
  return {
    status: ERRORS[code].httpStatus,
    body: {
      code,
      details: { executionId, url, step: outcome.error?.nodeId ?? null },
      message: errorSentence(code, outcome.error?.params ?? {}),
    },
  };
}
