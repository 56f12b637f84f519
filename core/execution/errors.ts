import type { Json } from "@/core/values/json";

/** Whose fault a failure is; shown as a chip on the run page. */
export type Fault = "data" | "automation" | "connection" | "service" | "limit" | "millrace";

interface CatalogueEntry {
  /** HTTP status of the REST answer when this error ends the execution or the request. */
  httpStatus: number;
  fault: Fault;
  /** True when the same attempt may succeed later without a change. */
  retryable: boolean;
  /** Zoho's name for the same thing, shown small beside ours for people who search its words. */
  zoho?: string;
}

/**
 * Every error people or callers can meet, by its stable code. Sentences live in `messages/<language>/errors.json` under
 * the same code; a test keeps the two and `docs/errors.md` equal.
 */
export const ERRORS = {
  // An execution ends with one of these.
  CODE_THREW: { httpStatus: 402, fault: "automation", retryable: false, zoho: "Deluge Script" },
  FORMULA_FAILED: { httpStatus: 402, fault: "automation", retryable: false, zoho: "Deluge Script" },
  STATEMENT_LIMIT: { httpStatus: 402, fault: "limit", retryable: false, zoho: "Internal process failure" },
  EXECUTION_STATEMENT_LIMIT: { httpStatus: 402, fault: "limit", retryable: false, zoho: "Internal process failure" },
  TIME_LIMIT: { httpStatus: 402, fault: "limit", retryable: false, zoho: "Internal process failure" },
  MEMORY_LIMIT: { httpStatus: 402, fault: "limit", retryable: false, zoho: "Internal process failure" },
  STACK_LIMIT: { httpStatus: 402, fault: "limit", retryable: false, zoho: "Internal process failure" },
  OUTPUT_LIMIT: { httpStatus: 402, fault: "limit", retryable: false, zoho: "Internal process failure" },
  LOG_LIMIT: { httpStatus: 402, fault: "limit", retryable: false, zoho: "Internal process failure" },
  STEP_TIME_LIMIT: { httpStatus: 402, fault: "limit", retryable: true },
  STEP_LIMIT: { httpStatus: 402, fault: "limit", retryable: false, zoho: "Internal process failure" },
  HOST_CALL_LIMIT: { httpStatus: 402, fault: "limit", retryable: false, zoho: "Internal process failure" },
  DAY_LIMIT: { httpStatus: 429, fault: "limit", retryable: false, zoho: "Day limit reached" },
  WAITS_FOREVER: { httpStatus: 402, fault: "automation", retryable: false, zoho: "Internal process failure" },
  OUTPUT_NOT_JSON: { httpStatus: 402, fault: "automation", retryable: false, zoho: "Deluge Script" },
  NOT_A_LIST: { httpStatus: 402, fault: "data", retryable: false },
  STOPPED: { httpStatus: 402, fault: "automation", retryable: false },
  MISSING_INPUT: { httpStatus: 402, fault: "data", retryable: false, zoho: "400" },
  HTTP_STATUS: { httpStatus: 502, fault: "service", retryable: false },
  HTTP_STATUS_RETRYABLE: { httpStatus: 502, fault: "service", retryable: true },
  HTTP_TIMEOUT: { httpStatus: 504, fault: "service", retryable: true, zoho: "504" },
  HTTP_UNREACHABLE: { httpStatus: 502, fault: "service", retryable: true, zoho: "code 1" },
  HTTP_TOO_LARGE: { httpStatus: 502, fault: "limit", retryable: false },
  HTTP_TOO_MANY_REDIRECTS: { httpStatus: 502, fault: "service", retryable: false },
  HTTP_BAD_REQUEST: { httpStatus: 402, fault: "automation", retryable: false },
  ADDRESS_REFUSED: { httpStatus: 402, fault: "automation", retryable: false },
  CONNECTION_MISSING: { httpStatus: 402, fault: "connection", retryable: false, zoho: "401" },
  CONNECTION_HOST_REFUSED: { httpStatus: 402, fault: "connection", retryable: false },
  RECORD_NOT_FOUND: { httpStatus: 402, fault: "data", retryable: false, zoho: "404" },
  RECORD_INVALID: { httpStatus: 402, fault: "data", retryable: false, zoho: "400" },
  RECORD_SEARCH_INVALID: { httpStatus: 402, fault: "automation", retryable: false, zoho: "400" },
  RECORD_AMBIGUOUS: { httpStatus: 402, fault: "data", retryable: false },
  MAIL_INVALID: { httpStatus: 402, fault: "data", retryable: false, zoho: "400" },
  STORE_INVALID: { httpStatus: 402, fault: "automation", retryable: false },
  EXECUTION_FORGOTTEN: { httpStatus: 404, fault: "data", retryable: false },
  FILE_NOT_FOUND: { httpStatus: 402, fault: "data", retryable: false, zoho: "404" },
  FILE_INVALID: { httpStatus: 402, fault: "data", retryable: false },
  FILE_TOO_LARGE: { httpStatus: 402, fault: "limit", retryable: false },
  AUTOMATION_NOT_CALLABLE: { httpStatus: 402, fault: "automation", retryable: false },
  CALLED_AUTOMATION_FAILED: { httpStatus: 402, fault: "automation", retryable: false },
  CALL_DEPTH_LIMIT: { httpStatus: 402, fault: "limit", retryable: false },
  NESTED_CALL_LIMIT: { httpStatus: 402, fault: "limit", retryable: false },
  WAIT_INVALID: { httpStatus: 402, fault: "data", retryable: false },
  WAIT_EXPIRED: { httpStatus: 402, fault: "data", retryable: false },
  REPLAY_DIFFERS: { httpStatus: 402, fault: "automation", retryable: false },
  NOT_ALLOWED: { httpStatus: 402, fault: "automation", retryable: false, zoho: "401" },
  WORKER_LOST: { httpStatus: 500, fault: "millrace", retryable: true, zoho: "Internal process failure" },
  WORKER_LOST_OFTEN: { httpStatus: 500, fault: "millrace", retryable: false, zoho: "Internal process failure" },
  OUTCOME_UNKNOWN: { httpStatus: 500, fault: "millrace", retryable: false, zoho: "Internal process failure" },
  CANCELED: { httpStatus: 402, fault: "data", retryable: false },
  TEST_STOPPED: { httpStatus: 402, fault: "data", retryable: false },
  INTERNAL: { httpStatus: 500, fault: "millrace", retryable: false, zoho: "Internal process failure" },
  // A request is refused with one of these.
  BAD_JSON: { httpStatus: 400, fault: "data", retryable: false, zoho: "400" },
  BAD_REQUEST: { httpStatus: 400, fault: "data", retryable: false, zoho: "400" },
  INVALID_DATA: { httpStatus: 400, fault: "data", retryable: false, zoho: "400" },
  BAD_TEXT: { httpStatus: 400, fault: "data", retryable: false, zoho: "400" },
  BODY_TOO_LARGE: { httpStatus: 413, fault: "data", retryable: false },
  UNSUPPORTED_MEDIA_TYPE: { httpStatus: 415, fault: "data", retryable: false },
  UNAUTHENTICATED: { httpStatus: 401, fault: "data", retryable: false, zoho: "401" },
  HOST_REFUSED: { httpStatus: 403, fault: "data", retryable: false },
  FORBIDDEN: { httpStatus: 403, fault: "data", retryable: false, zoho: "401" },
  NOT_FOUND: { httpStatus: 404, fault: "data", retryable: false, zoho: "404" },
  METHOD_NOT_ALLOWED: { httpStatus: 405, fault: "data", retryable: false },
  CONFLICT: { httpStatus: 409, fault: "data", retryable: false },
  NAME_TAKEN: { httpStatus: 409, fault: "data", retryable: false },
  FUNCTION_INVALID: { httpStatus: 422, fault: "automation", retryable: false },
  FUNCTION_NOT_PUBLISHED: { httpStatus: 409, fault: "automation", retryable: false },
  CANNOT_PUBLISH: { httpStatus: 422, fault: "automation", retryable: false },
  NO_START: { httpStatus: 409, fault: "automation", retryable: false },
  NOT_LIVE: { httpStatus: 409, fault: "automation", retryable: false },
  IN_USE: { httpStatus: 409, fault: "data", retryable: false },
  SET_UP_CLOSED: { httpStatus: 409, fault: "data", retryable: false },
  WRONG_PASSWORD: { httpStatus: 422, fault: "data", retryable: false },
  TOO_MANY_REQUESTS: { httpStatus: 429, fault: "limit", retryable: true },
  UNAVAILABLE: { httpStatus: 503, fault: "millrace", retryable: true },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** What the journal keeps of a failure, and what code on an *if it fails* line reads as `name.error`. */
export interface ExecutionError {
  code: ErrorCode;
  /** Values for the sentence of this code; redacted before they are stored. */
  params: Record<string, Json>;
  /** What the thrown error, the rule or the other side said, word for word; redacted. */
  message: string;
  nodeId?: string;
  /** The config field at fault, where one is known (`body.email`). */
  field?: string;
  /** The line in the user's own code, from 1. */
  line?: number;
  /** For HTTP errors: the status and the answer's body. */
  status?: number;
  body?: Json;
  /** How long the other side asks to be left alone, as far as the execution has the time. */
  retryAfterMs?: number;
}

/** A refusal or failure that carries its catalogue code; the only error class rooms throw on purpose. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: Record<string, Json>;
  readonly details?: Json;

  constructor(code: ErrorCode, params: Record<string, Json> = {}, options: { details?: Json; cause?: unknown } = {}) {
    super(code, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.params = params;
    this.details = options.details;
  }
}
