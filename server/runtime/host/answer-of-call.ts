import { LIMITS } from "@/core/execution/limits";
import { retryAfterMs } from "@/core/execution/retry-after";
import type { Json } from "@/core/values/json";
import type { EgressResponse } from "@/server/egress";
import { fileOfAnswer, isTextAnswer } from "@/server/files/file-of-answer";
import { type FileToStore, fileToStore } from "@/server/files/file-to-store";
import type { EffectContext, EffectResult } from "@/server/runtime/host/effect";
import { httpFailure } from "@/server/runtime/host/http-failure";

export interface AnsweredCall {
  /** What was called, in words. */
  target: string;
  /** The name in code of the connection it was called with. */
  connection: string | null;
  handlesErrors: boolean;
  asFile: boolean;
  redact<T extends Json>(value: T): T;
}

/**
 * Makes the result of a call: `{ status, headers, body }`, the key taken out. A body that is no text, or too large for the
 * journal, becomes a file; its bytes are the other side's and stay as they are.
 */
export function answerOfCall(context: EffectContext, call: AnsweredCall, answer: EgressResponse): EffectResult {
  const { target, redact, handlesErrors } = call;
  const { status } = answer;
  const headers = redact(Object.fromEntries(Object.entries(answer.headers).filter(([name]) => name !== "set-cookie")));
  const failed = { target, status, retryAfterMs: pauseAskedFor(context, answer) };
  const isFailure = status >= 400 && !handlesErrors;
  const text = call.asFile && !isFailure ? undefined : textBody(answer);
  if (text !== undefined && !isTooLarge(text, answer)) {
    const value = { status, headers, body: redact(text) };
    return isFailure ? { value, error: httpFailure({ ...failed, body: value.body }) } : { value };
  }
  const file = fileFor(context, call, answer);
  const value = { status, headers, body: file.handle };
  const keep: EffectResult["keep"] = (tx) => file.store(tx);
  return isFailure
    ? { value, keep, error: { ...httpFailure({ ...failed, body: null }), body: file.handle } }
    : { value, keep };
}

/** What a service asks for is followed as far as the execution has the time. */
function pauseAskedFor({ app, remainingMs }: EffectContext, { headers }: EgressResponse): number | undefined {
  const asked = retryAfterMs(headers["retry-after"], app.clock.now().getTime());
  return asked === undefined ? undefined : Math.min(asked, Math.max(0, remainingMs()));
}

function fileFor({ app, workspaceId, executionId }: EffectContext, call: AnsweredCall, answer: EgressResponse) {
  const { name, type } = fileOfAnswer(answer);
  const { redact, connection } = call;
  const { bytes: content } = answer;
  const input = { workspaceId, executionId, connection, content, name: redact(name), type: redact(type) };
  return fileToStore(app, input) satisfies FileToStore;
}

/** @returns the parsed body where the answer says, or looks, that it is JSON; undefined where it is no text at all */
function textBody(answer: EgressResponse): Json | undefined {
  if (answer.bytes.length === 0) return null;
  if (!isTextAnswer(answer)) return undefined;
  const { body } = answer;
  const type = answer.headers["content-type"] ?? "";
  if (!/[/+]json\b/i.test(type) && !(type === "" && /^[[{]/.test(body))) return body;
  try {
    return JSON.parse(body) as Json;
  } catch {
    return body;
  }
}

/** Of parsed JSON as much is a value as a step may give; of text what people still read. */
function isTooLarge(body: Json, { bytes }: EgressResponse): boolean {
  if (typeof body === "string") return bytes.length > LIMITS.httpTextBytes;
  // Written anew, a number may be longer than it was: 1e20 has 21 digits.
  return bytes.length * 4 > LIMITS.outputBytes && Buffer.byteLength(JSON.stringify(body)) > MOST_JSON;
}

/** What stands around the body has room beside it. */
const MOST_JSON = LIMITS.outputBytes - 128 * 1_024;
