import { type Dispatcher, request } from "undici";
import { AppError } from "@/core/execution/errors";
import { readBody } from "@/server/egress/read-body";

/** One request as it goes to one origin. */
export interface Hop {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Decompressed. */
  bytes: Buffer;
}

/** Set by the connection itself; a caller who sets them could speak to another host or smuggle a second request. */
const OWN_HEADERS = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "http2-settings",
  "keep-alive",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/**
 * Sends one request without following redirects and reads the whole answer.
 *
 * @throws AppError HTTP_BAD_REQUEST for a method or header that cannot be sent, HTTP_TOO_LARGE; undici's own errors
 */
export async function sendOnce(
  input: Hop & { signal: AbortSignal; maxBytes: number; dispatcher: Dispatcher },
): Promise<Answer> {
  if (!METHODS.has(input.method))
    throw new AppError("HTTP_BAD_REQUEST", { reason: "method", detail: input.method.slice(0, 40) });
  const answer = await request(input.url, {
    method: input.method as Dispatcher.HttpMethod,
    headers: { "user-agent": "Millrace", ...checkHeaders(input.headers), "accept-encoding": "gzip, br" },
    body: input.body,
    signal: input.signal,
    dispatcher: input.dispatcher,
  });
  const headers = flatten(answer.headers);
  const hasBody = input.method !== "HEAD" && answer.statusCode !== 204 && answer.statusCode !== 304;
  const bytes = await readBody(answer.body, {
    encoding: hasBody ? headers["content-encoding"] : "",
    maxBytes: input.maxBytes,
  });
  return { status: answer.statusCode, headers, bytes };
}

function checkHeaders(headers: Record<string, string>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => {
    const key = name.toLowerCase();
    if (!TOKEN.test(name) || OWN_HEADERS.has(key)) {
      throw new AppError("HTTP_BAD_REQUEST", { reason: "header_name", detail: name.slice(0, 80) });
    }
    // The value may be a secret, so the error names the header alone.
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
      throw new AppError("HTTP_BAD_REQUEST", { reason: "header_value", detail: name });
    return [key, value] as const;
  });
  return Object.fromEntries(entries);
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]),
  );
}
