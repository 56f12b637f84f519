import type { ExecutionError } from "@/core/execution/errors";
import type { JournalStep } from "@/core/execution/journal";
import { isFailure } from "@/core/execution/statuses";
import type { JournalWrite } from "@/server/runtime/journal/journal-write";
import type { PlacedStep } from "@/server/runtime/place-steps";
import { effectKey } from "@/server/runtime/sandbox/replay-call";
import { spanId, type TraceOfExecution, traceOf } from "@/server/traces/traceparent";

/** Something that took its time and is over. It names what happened, never what was said: no input, output or message. */
export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId: string | null;
  name: string;
  kind: "server" | "internal" | "client";
  /** Milliseconds since the epoch. */
  startedAt: number;
  durationMs: number;
  /** The code of what went wrong. */
  error: string | null;
  attributes: Record<string, string | number>;
}

const ENDED = new Set<JournalStep["status"]>(["succeeded", "failed", "canceled"]);

/** @returns the spans of what a committed write says has ended */
export function spansOfWrite(write: JournalWrite): Span[] {
  const trace = traceOf(write.executionId, write.about.created.traceparent);
  if (!trace.isSampled) return [];
  return [...stepSpans(write, trace), ...effectSpans(write, trace), ...executionSpan(write, trace)];
}

function stepSpans({ executionId, steps, about }: JournalWrite, { traceId }: TraceOfExecution): Span[] {
  const labels = new Map(about.document.nodes.map(({ id, label }) => [id, label]));
  return (JSON.parse(steps) as PlacedStep[])
    .filter(({ status }) => ENDED.has(status))
    .map(({ nodeId, path, attempt, status, error, startedAt, durationMs, statements }) => ({
      ...{ traceId, spanId: stepSpanId(executionId, nodeId, path, attempt), parentSpanId: rootSpanId(executionId) },
      ...{ name: labels.get(nodeId) || nodeId, kind: "internal", startedAt, durationMs, error: error && codeOf(error) },
      attributes: {
        ...{ "millrace.node.id": nodeId, "millrace.step.path": path, "millrace.step.attempt": attempt },
        ...{ "millrace.step.status": status, "millrace.step.statements": statements },
      },
    }));
}

const codeOf = (errorText: string): string => (JSON.parse(errorText) as ExecutionError).code;

function effectSpans({ executionId, effects }: JournalWrite, { traceId }: TraceOfExecution): Span[] {
  return effects
    .filter(({ status }) => status !== "intent")
    .map((effect) => ({
      ...{ traceId, spanId: spanId(executionId, "effect", effectKey(effect)) },
      parentSpanId: stepSpanId(executionId, effect.nodeId, effect.path, effect.attempt),
      ...{ name: effect.kind, kind: effect.kind === "call" ? "client" : "internal" },
      ...{ startedAt: effect.startedAt, durationMs: effect.durationMs ?? 0, error: effect.error?.code ?? null },
      attributes: { "millrace.effect.kind": effect.kind, "millrace.effect.target": effect.target },
    }));
}

function executionSpan(
  { executionId, workspaceId, progress, about, fence }: JournalWrite,
  trace: TraceOfExecution,
): Span[] {
  const { created, document } = about;
  const { finishedAt, status, error } = progress;
  if (finishedAt === null) return [];
  const startedAt = created.startedAt ?? finishedAt;
  return [
    {
      ...{ traceId: trace.traceId, spanId: rootSpanId(executionId), parentSpanId: trace.parentSpanId },
      ...{ name: document.name || created.triggerType, kind: "server" },
      ...{ startedAt, durationMs: finishedAt - startedAt },
      error: isFailure(status) ? (error?.code ?? status) : null,
      attributes: {
        ...{ "millrace.execution.id": executionId, "millrace.workspace.id": workspaceId },
        ...{ "millrace.automation.id": created.automationId ?? "", "millrace.version.id": created.versionId },
        ...{
          "millrace.execution.status": status,
          "millrace.trigger": created.triggerType,
          "millrace.mode": created.mode,
        },
        "millrace.execution.fence": fence,
      },
    },
  ];
}

const rootSpanId = (executionId: string): string => spanId(executionId, "execution");

const stepSpanId = (executionId: string, nodeId: string, path: string, attempt: number): string =>
  spanId(executionId, "step", nodeId, path, attempt);
