import type { JournalEffect } from "@/core/execution/journal";
import { valueAt } from "@/core/execution/value-at";
import type { Json } from "@/core/values/json";

/** An effect as two sides of a talk. */
export interface Exchange {
  /** Only for calls. */
  http: { method: string; url: string; headers: Json | undefined } | null;
  /** What was sent: the body of a call, else the whole request. */
  sent: Json;
  status: number | null;
  receivedHeaders: Json | undefined;
  received: Json;
}

/** Reads a journaled effect; the journal holds secrets as dots. */
export function exchangeOf({ kind, request, result, error }: JournalEffect): Exchange {
  if (kind !== "call") {
    return {
      http: null,
      sent: request,
      status: null,
      receivedHeaders: undefined,
      received: result ?? error?.body ?? null,
    };
  }
  const status = valueAt(result, ["status"]) ?? error?.status;
  return {
    http: {
      method: String(valueAt(request, ["method"]) ?? ""),
      url: withQuery(String(valueAt(request, ["url"]) ?? ""), valueAt(request, ["query"])),
      headers: valueAt(request, ["headers"]),
    },
    sent: valueAt(request, ["body"]) ?? null,
    status: typeof status === "number" ? status : null,
    receivedHeaders: valueAt(result, ["headers"]),
    received: valueAt(result, ["body"]) ?? error?.body ?? null,
  };
}

function withQuery(url: string, query: Json | undefined): string {
  if (query === null || typeof query !== "object" || Array.isArray(query) || url.includes("?")) return url;
  const parameters = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])),
  ).toString();
  return parameters ? `${url}?${parameters}` : url;
}
