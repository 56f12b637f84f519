import type { IncomingHttpHeaders } from "node:http";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import { restSentence } from "@/server/api/rest/rest-sentence";

/** What a caller asks for besides the input. */
export interface CallerWishes {
  /** True when the answer is to come at once, and the execution in its turn. */
  inBackground: boolean;
  /** Calls of one automation with the same key are one execution. */
  idempotencyKey: string | null;
}

/**
 * Reads `Prefer: respond-async` (RFC 7240) and `Idempotency-Key`.
 *
 * @throws AppError BAD_REQUEST for a key that cannot be one
 */
export function callerWishes({ prefer = [], "idempotency-key": key }: IncomingHttpHeaders): CallerWishes {
  const preferences = [prefer].flat().flatMap((line) => line.split(","));
  const inBackground = preferences.some((preference) => /^\s*respond-async\s*(;|$)/i.test(preference));
  if (key === undefined) return { inBackground, idempotencyKey: null };
  if (typeof key === "string" && KEY.test(key)) return { inBackground, idempotencyKey: key };
  throw new AppError("BAD_REQUEST", {
    reason: restSentence("idempotencyKey", { limit: LIMITS.idempotencyKeyCharacters }),
  });
}

const KEY = new RegExp(`^[\\x21-\\x7e]{1,${LIMITS.idempotencyKeyCharacters}}$`);
