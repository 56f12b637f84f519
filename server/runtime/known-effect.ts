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
 * @returns its answer; `do` where it was not done or may be done again; `differs` where it is not the one that was done;
 *   `unsafe` where nobody knows whether it was done, and doing it twice matters
 */
export function recall(known: KnownEffect, effect: EffectRequest): EffectAnswer | "do" | "differs" | "unsafe" {
  if (known.argumentHash !== argumentHash(effect)) return "differs";
  if (known.status === "done") return { ok: true, value: known.result };
  if (known.status === "failed" && known.error) return { ok: false, error: known.error };
  // Everything else is committed with its result, has a ticket, or is found by its request id.
  return effect.kind !== "call" || isRepeatable(effect) ? "do" : "unsafe";
}

function isRepeatable({ request, policy }: EffectRequest): boolean {
  const { method } = (request ?? {}) as { method?: Json };
  return policy?.afterCrash === "repeat" || isSafeMethod(String(method));
}
