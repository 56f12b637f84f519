import type { Logger } from "pino";
import { AppError, type ExecutionError } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";

/** @returns what an execution keeps of whatever doing an effect threw; a fault of ours is logged and only referred to. */
export function toExecutionError(
  thrown: unknown,
  { log, reference, workspaceId }: { log: Logger; reference: string; workspaceId: string },
): ExecutionError {
  if (!(thrown instanceof AppError)) {
    log.error({ err: thrown, executionId: reference, workspaceId }, "an effect failed inside Millrace");
    return { code: "INTERNAL", params: { reference }, message: "" };
  }
  const { code, params, details } = thrown;
  const field = typeof params.field === "string" && params.field !== "" ? params.field : undefined;
  const error: ExecutionError = {
    code,
    params,
    message: wordsOf(params),
    ...(field ? { field: code === "RECORD_SEARCH_INVALID" ? "filters" : `data.${field}` } : {}),
  };
  return details === undefined ? error : { ...error, body: details };
}

const wordsOf = (params: Record<string, Json>): string => (typeof params.message === "string" ? params.message : "");
