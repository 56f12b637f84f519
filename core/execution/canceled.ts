import type { ExecutionError } from "@/core/execution/errors";

/** The error of an execution that somebody stopped. */
export const CANCELED: ExecutionError = { code: "CANCELED", params: {}, message: "" };
