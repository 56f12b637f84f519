import { createTranslator } from "use-intl/core";
import { AppError, ERRORS, type ErrorCode } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";
import { en } from "@/messages/en";
import { isDatabaseAway } from "@/server/database/is-database-away";

/** The shape of every refusal and failure of the REST surface. */
export interface RestError {
  status: number;
  body: { code: ErrorCode; message: string; details: Json };
}

const translate = createTranslator({ locale: "en", messages: en, namespace: "errors" });

/** @returns the English sentence of a catalogue code. */
export function errorSentence(code: ErrorCode, params: Record<string, Json>): string {
  return translate(code, params as Record<string, string | number>);
}

/**
 * Turns anything thrown into an answer. What is not on purpose is ours: INTERNAL with a reference, never its text.
 *
 * @param reference what the log line of this request is found by
 */
export function restErrorOf(thrown: unknown, reference: string): RestError {
  const error = asAppError(thrown) ?? new AppError("INTERNAL", { reference }, { cause: thrown });
  return {
    status: ERRORS[error.code].httpStatus,
    body: {
      code: error.code,
      message: errorSentence(error.code, error.params),
      details: error.details ?? (error.params as Json),
    },
  };
}

/** Fastify's own refusals, in our words. */
function asAppError(thrown: unknown): AppError | null {
  if (thrown instanceof AppError) return thrown;
  if (isDatabaseAway(thrown)) return new AppError("UNAVAILABLE", {}, { cause: thrown });
  const { code, statusCode, message } = thrown as { code?: string; statusCode?: number; message?: string };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return new AppError("BODY_TOO_LARGE", { limit: LIMITS.requestBodyBytes });
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new AppError("UNSUPPORTED_MEDIA_TYPE");
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new AppError("BAD_REQUEST", { reason: message ?? "" });
  }
  return null;
}
