import { createHash } from "node:crypto";
import type { App } from "@/server/app";
import { effectKey } from "@/server/runtime/sandbox/replay-call";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

/** The trace an execution belongs to. */
export interface TraceOfExecution {
  /** 32 hexadecimal digits. */
  traceId: string;
  /** The span of whoever started it, elsewhere or in a calling execution; null for one of its own. */
  parentSpanId: string | null;
  isSampled: boolean;
}

const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

/** @returns the header when it is one of W3C trace context, else null: a caller's mistake costs only the trace. */
export function readTraceparent(header: string | string[] | undefined): string | null {
  return typeof header === "string" && header.length <= 200 && TRACEPARENT.test(header) ? header.slice(0, 55) : null;
}

/**
 * An execution without a caller's trace is a trace whose id is its own, so whoever goes on with it finds the same.
 * @param traceparent as `readTraceparent` gives it
 */
export function traceOf(executionId: string, traceparent: string | null): TraceOfExecution {
  const [, traceId, parentSpanId, flags] = TRACEPARENT.exec(traceparent ?? "") ?? [];
  if (!traceId || !parentSpanId || !flags)
    return { traceId: executionId.replaceAll("-", ""), parentSpanId: null, isSampled: true };
  return { traceId, parentSpanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

/** @returns the span of something in an execution: the same in whichever process says it, and at whichever attempt to. */
export const spanId = (executionId: string, ...of: (string | number)[]): string =>
  createHash("sha256")
    .update([executionId, ...of].join("/"))
    .digest("hex")
    .slice(0, 16);

/** @returns the trace context that what an effect causes is told; null where there are no traces. */
export function traceparentOfEffect(
  app: Pick<App, "tracer">,
  executionId: string,
  traceparent: string | null,
  effect: EffectRequest,
): string | null {
  if (!app.tracer) return null;
  const { traceId, isSampled } = traceOf(executionId, traceparent);
  return `00-${traceId}-${spanId(executionId, "effect", effectKey(effect))}-${isSampled ? "01" : "00"}`;
}
