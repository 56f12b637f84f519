import { Agent } from "undici";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import { parseAllowList } from "@/server/egress/allow-list";
import { checkUrl } from "@/server/egress/check-url";
import { decodeText } from "@/server/egress/decode-text";
import { guardedConnector } from "@/server/egress/guarded-connector";
import { nextHop } from "@/server/egress/next-hop";
import { type Resolve, resolveWithSystem } from "@/server/egress/resolve-with-system";
import { type Hop, sendOnce } from "@/server/egress/send-once";
import { toEgressError } from "@/server/egress/to-egress-error";

export interface EgressRequest {
  method: string;
  /** Absolute; http or https. */
  url: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
  /** Ends the call early; it then fails with `CANCELED`. */
  signal?: AbortSignal;
  /** For everything: name, connection, all redirects and the whole answer. */
  timeoutMs: number;
  /** Of the answer's body, after decompression. */
  maxBytes: number;
}

export interface EgressResponse {
  status: number;
  /** Lower-case names; repeated headers joined by ", ". */
  headers: Record<string, string>;
  bytes: Buffer;
  /** The bytes as text, decoded when it is read. */
  readonly body: string;
  /** Where the answer came from, after redirects. May hold a secret that stood in the query. */
  url: string;
  durationMs: number;
}

/** The only way out of the process. */
export interface Egress {
  /**
   * Makes one HTTP call to a public address, or to a private one that the settings allow. Redirects are followed; every
   * hop is checked like the first, and headers that may carry a secret stay with the origin they were meant for.
   *
   * @throws AppError ADDRESS_REFUSED, HTTP_BAD_REQUEST, HTTP_TIMEOUT, HTTP_UNREACHABLE, HTTP_TOO_LARGE,
   *   HTTP_TOO_MANY_REDIRECTS or CANCELED. An answer of any status is an answer, not an error.
   */
  request(input: EgressRequest): Promise<EgressResponse>;
  /** Closes idle connections and ends those in use. */
  close(): Promise<void>;
}

/**
 * @param options.allow `host:port` pairs that may be reached although their address is private
 * @param options.resolve finds all addresses of a name; the system's resolver unless given
 * @throws Error when an entry of `allow` is not a `host:port` pair
 */
export function createEgress(options: { allow?: readonly string[]; resolve?: Resolve } = {}): Egress {
  const isAllowed = parseAllowList(options.allow ?? []);
  const dispatcher = new Agent({
    connect: guardedConnector({ isAllowed, resolve: options.resolve ?? resolveWithSystem }),
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  return {
    async request(input) {
      const startedAt = performance.now();
      const deadline = AbortSignal.timeout(input.timeoutMs);
      const signal = input.signal ? AbortSignal.any([deadline, input.signal]) : deadline;
      const { headers, body } = input;
      let hop: Hop = { method: input.method.toUpperCase(), url: checkUrl(input.url, isAllowed), headers, body };
      try {
        for (let redirects = 0; ; redirects++) {
          const answer = await sendOnce({ ...hop, signal, maxBytes: input.maxBytes, dispatcher });
          const next = nextHop(hop, answer, isAllowed);
          if (!next) {
            const durationMs = performance.now() - startedAt;
            return {
              ...{ ...answer, url: hop.url.href, durationMs },
              get body() {
                return decodeText(answer.bytes, answer.headers["content-type"]);
              },
            };
          }
          if (redirects === LIMITS.httpRedirects) {
            throw new AppError("HTTP_TOO_MANY_REDIRECTS", { limit: LIMITS.httpRedirects });
          }
          hop = next;
        }
      } catch (error) {
        if (input.signal?.aborted) throw new AppError("CANCELED", {}, { cause: error });
        throw toEgressError(error, {
          target: hop.url.host,
          seconds: input.timeoutMs / 1_000,
          timedOut: deadline.aborted,
        });
      }
    },
    close: () => dispatcher.destroy(),
  };
}
