import type { StepPolicy } from "@/core/compiler/abi";
import type { StepPlace } from "@/server/runtime/sandbox/mark";
import { call } from "@/server/runtime/sandbox/prelude/call-state";
import type { Failure } from "@/server/runtime/sandbox/prelude/failure";
import { createRandom } from "@/server/runtime/sandbox/prelude/random";

/** A pause is this much shorter or longer than it is set to, so that what failed together does not return together. */
const JITTER = 0.2;

/**
 * Says how long to wait after a failed attempt. What the other side asks for wins over what the policy says.
 * @returns milliseconds; the same for the same attempt of an execution, whoever asks
 */
export function pauseAfter(
  { nodeId, path, attempt }: StepPlace,
  { waitMs = 0, backoff = "fixed" }: StepPolicy,
  { retryAfterMs }: Failure,
): number {
  if (typeof retryAfterMs === "number" && retryAfterMs >= 0) return Math.ceil(retryAfterMs);
  const pause = backoff === "exponential" ? waitMs * 2 ** (attempt - 1) : waitMs;
  const random = createRandom(`${call.seed}/${nodeId}/${path}/pause ${attempt}`);
  return Math.min(Math.round(pause * (1 - JITTER + 2 * JITTER * random())), LONGEST);
}

const LONGEST = Number.MAX_SAFE_INTEGER;
