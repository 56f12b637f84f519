import { SpanKind, SpanStatusCode, TraceFlags } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { type Resource, resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, type ReadableSpan } from "@opentelemetry/sdk-trace";
import type { Span } from "@/server/traces/spans-of-write";

/** A receiver of traces that the administrator set up, such as an OpenTelemetry collector. */
export interface TraceReceiver {
  /** Keeps a span for the next batch; when too many wait, it is dropped. */
  take(span: Span): void;
  close(): Promise<void>;
}

/** Speaks OTLP over HTTP. Its other settings (headers, timeout, compression) are the standard ones of the environment. */
export function openTraceReceiver(settings: { endpoint: string; service: string }): TraceReceiver {
  const url = `${settings.endpoint.replace(/\/+$/, "")}/v1/traces`;
  const processor = new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }), maxQueueSize: 4_096 });
  const resource = resourceFromAttributes({ "service.name": settings.service });
  return {
    take: (span) => processor.onEnd(readable(span, resource)),
    close: () => processor.shutdown(),
  };
}

const KINDS = { server: SpanKind.SERVER, internal: SpanKind.INTERNAL, client: SpanKind.CLIENT };

function readable(span: Span, resource: Resource): ReadableSpan {
  const { traceId, spanId, parentSpanId, startedAt, durationMs, error } = span;
  const inTrace = (id: string) => ({ traceId, spanId: id, traceFlags: TraceFlags.SAMPLED });
  return {
    name: span.name,
    kind: KINDS[span.kind],
    spanContext: () => inTrace(spanId),
    parentSpanContext: parentSpanId === null ? undefined : inTrace(parentSpanId),
    startTime: toParts(startedAt),
    endTime: toParts(startedAt + durationMs),
    duration: toParts(durationMs),
    status: error === null ? { code: SpanStatusCode.UNSET } : { code: SpanStatusCode.ERROR, message: error },
    attributes: span.attributes,
    links: [],
    events: [],
    ended: true,
    resource,
    instrumentationScope: { name: "millrace" },
    ...{ droppedAttributesCount: 0, droppedEventsCount: 0, droppedLinksCount: 0 },
  };
}

/** Seconds and nanoseconds. */
function toParts(ms: number): [number, number] {
  const seconds = Math.floor(ms / 1_000);
  return [seconds, Math.round((ms - seconds * 1_000) * 1e6)];
}
