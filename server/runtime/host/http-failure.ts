import type { ExecutionError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";

/** Answers after which the same call may succeed later. */
const RETRYABLE = new Set([408, 425, 429, 502, 503, 504]);

/** Where services put their sentence, the likeliest first. */
const SENTENCE_KEYS = ["message", "error_description", "detail", "title", "error", "errors", "msg", "description"];

/** @returns the failure that an answer of 400 or more is, with the service's own words in front. */
export function httpFailure({ target, status, body, retryAfterMs }: FailedAnswer): ExecutionError {
  const message = sentenceOf(body).slice(0, LIMITS.resultMessageCharacters);
  return {
    code: RETRYABLE.has(status) ? "HTTP_STATUS_RETRYABLE" : "HTTP_STATUS",
    params: { target, status, message },
    message,
    status,
    body,
    ...(RETRYABLE.has(status) && retryAfterMs !== undefined && { retryAfterMs }),
  };
}

interface FailedAnswer {
  target: string;
  status: number;
  body: Json;
  /** How long the service asks us to wait. */
  retryAfterMs?: number;
}

function sentenceOf(body: Json, depth = 0): string {
  if (typeof body === "string") return body.trim();
  if (typeof body !== "object" || body === null || depth > 4) return body === null ? "" : String(body);
  if (Array.isArray(body)) return sentenceOf(body[0] ?? null, depth + 1);
  for (const key of SENTENCE_KEYS) {
    const found = key in body ? sentenceOf(body[key] ?? null, depth + 1) : "";
    if (found !== "") return found;
  }
  return depth === 0 ? JSON.stringify(body) : "";
}
