import { ERRORS, type ErrorCode } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";
import { call } from "@/server/runtime/sandbox/prelude/call-state";

/** A failure on its way to the journal; `lines` are those of the program, innermost first. */
export interface Failure {
  code: ErrorCode;
  params: Record<string, Json>;
  message: string;
  nodeId?: string;
  status?: number;
  body?: Json;
  lines?: number[];
  /** How long the other side asks us to wait before we try again. */
  retryAfterMs?: number;
}

/** Failures that end the execution even where a node has an *if it fails* line. */
export const isFatal = (failure: Failure): boolean => FATAL.has(failure.code);

/** Failures that another attempt may get past. */
export const mayPass = ({ code }: Failure): boolean => code === "CODE_THREW" || ERRORS[code].retryable;

/** What an error of ours means, by the error: user code cannot make one that counts, nor keep us from seeing it. */
const knownFailures = new WeakMap<object, Failure>();

/** @returns an error with a failure of ours, to be thrown. */
export function refusal(code: ErrorCode, params: Record<string, Json>, message = ""): Error {
  return toHostError({ code, params, message }, new Error(code));
}

/** @returns the error that user code catches for a failed effect, with the host's word kept beside it. */
export function toHostError(failure: Failure, at: Error): Error {
  const error = new Error(failure.message);
  error.name = failure.code;
  error.stack = at.stack;
  Object.assign(error, { code: failure.code, status: failure.status, body: failure.body });
  knownFailures.set(error, { ...failure, lines: programLines(at) });
  return error;
}

/** A limit was reached. User code may catch it, but its step stays stopped. */
export class LimitReached extends Error {
  readonly failure: Failure;

  constructor(code: ErrorCode, params: Record<string, Json>) {
    super(code);
    this.name = code;
    this.failure = { code, params, message: "", lines: programLines(this) };
    knownFailures.set(this, this.failure);
  }
}

/**
 * Says what a thrown value means.
 * @param thrown anything, under the user's control: every look at it may throw again
 * @param part whose code ran
 */
export function toFailure(thrown: unknown, part: "formula" | "code"): Failure {
  const known = typeof thrown === "object" && thrown !== null ? knownFailures.get(thrown) : undefined;
  if (known) return known;

  const message = sayWhat(thrown);
  const lines = programLines(thrown);
  if (message === "InternalError: out of memory")
    return { code: "MEMORY_LIMIT", params: { megabytes: call.limits.memoryBytes / 1_048_576 }, message, lines };
  if (message === "RangeError: Maximum call stack size exceeded")
    return { code: "STACK_LIMIT", params: {}, message, lines };
  return { code: part === "code" ? "CODE_THREW" : "FORMULA_FAILED", params: { message }, message, lines };
}

const FATAL = new Set<ErrorCode>([
  "EXECUTION_STATEMENT_LIMIT",
  "TIME_LIMIT",
  "MEMORY_LIMIT",
  "STEP_LIMIT",
  "HOST_CALL_LIMIT",
  "CANCELED",
  "STOPPED",
]);

const MAX_MESSAGE = 2_000;

function sayWhat(thrown: unknown): string {
  try {
    if (thrown instanceof Error) {
      const name = String(thrown.name);
      const message = String(thrown.message);
      return cut(name === "Error" || name === "" ? message : `${name}: ${message}`);
    }
    return cut(typeof thrown === "object" ? (JSON.stringify(thrown) ?? "null") : String(thrown));
  } catch {
    return "(the thrown value cannot be shown)";
  }
}

const cut = (text: string): string => (text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text);

const FRAME = /\(?\bprogram:(\d+)/g;

/** @returns the program's lines in an error's stack, innermost first. */
export function programLines(thrown: unknown): number[] {
  try {
    if (!(thrown instanceof Error)) return [];
    return [...String(thrown.stack).matchAll(FRAME)].slice(0, 8).map((match) => Number(match[1]));
  } catch {
    return [];
  }
}
