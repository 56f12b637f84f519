import type { LogLine } from "@/core/execution/journal";
import { call } from "@/server/runtime/sandbox/prelude/call-state";
import { LimitReached } from "@/server/runtime/sandbox/prelude/failure";
import type { Step } from "@/server/runtime/sandbox/prelude/step";

/**
 * Adds a line to a step's log.
 * @throws LimitReached LOG_LIMIT
 */
export function writeLog(step: Step, level: LogLine["level"], values: unknown[]): void {
  const line = JSON.stringify({ level, text: values.map(show).join(" ") });
  step.logBytes += line.length;
  if (step.logBytes > call.limits.logBytesPerStep) {
    const limit = new LimitReached("LOG_LIMIT", { kilobytes: call.limits.logBytesPerStep / 1_024 });
    step.stopped = limit.failure;
    throw limit;
  }
  step.log.push(line);
}

function show(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
