import type { ExecutionError } from "@/core/execution/errors";
import type { EffectKind, EffectStatus } from "@/core/execution/journal";
import type { Json } from "@/core/values/json";
import { argumentHash } from "@/server/runtime/effect-keys";
import { isSafeMethod } from "@/server/runtime/host/is-safe-method";
import type { EffectAnswer, EffectRequest } from "@/server/runtime/sandbox/sandbox";

/** An effect that an earlier process committed. */
export interface KnownEffect {
  kind: EffectKind;
  target: string;
  request: Json;
  status: EffectStatus;
  argumentHash: string;
  result: Json;
  error: ExecutionError | null;
}

/**
 * Says what an effect that is asked for again gets.
 *
 * @param isKeyed says of a connection's name in code whether its service honours the `Idempotency-Key`
 * @returns its answer; `do` where it was not done or may be done again; `differs` where it is not the one that was done;
 *   `unknown` where nobody knows whether it was done, and doing it twice matters
 */
export async function recall(
  known: KnownEffect,
  effect: EffectRequest,
  isKeyed: (connection: string) => Promise<boolean>,
): Promise<EffectAnswer | "do" | "differs" | "unknown"> {
  if (known.argumentHash !== argumentHash(effect)) return "differs";
  if (known.status === "done") return { ok: true, value: known.result };
  if (known.status === "failed" && known.error) return { ok: false, error: known.error };
  // Everything else is committed with its result, has a ticket, or is found by its request id.
  if (effect.kind !== "call" || effect.policy?.afterCrash === "repeat") return "do";
  const { method, headers, connection } = callOf(effect);
  // Whoever sends a key of their own knows that the other side honours it.
  if (isSafeMethod(method) || headers.some((name) => name.toLowerCase() === "idempotency-key")) return "do";
  return connection !== null && (await isKeyed(connection)) ? "do" : "unknown";
}

function callOf({ request }: EffectRequest): { method: string; headers: string[]; connection: string | null } {
  const { method, headers, connection } = (request ?? {}) as { [part: string]: Json };
  return {
    method: String(method),
    headers: typeof headers === "object" && headers !== null ? Object.keys(headers) : [],
    connection: typeof connection === "string" ? connection : null,
  };
}
