import { createHash } from "node:crypto";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

/** @returns the `Idempotency-Key` of an effect: the same on every attempt of the same execution. */
export const idempotencyKey = (executionId: string, { nodeId, path, ordinal }: EffectRequest): string =>
  createHash("sha256").update(`${executionId}/${nodeId}/${path}/${ordinal}`).digest("hex").slice(0, 32);

/** @returns SHA-256 of kind and request, which a resumed execution must come to again. */
export const argumentHash = ({ kind, request }: EffectRequest): string =>
  createHash("sha256")
    .update(`${kind} ${JSON.stringify(request)}`)
    .digest("hex");
