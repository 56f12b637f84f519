import { AppError } from "@/core/execution/errors";
import type { IsAllowed } from "@/server/egress/allow-list";
import { checkUrl } from "@/server/egress/check-url";
import type { Answer, Hop } from "@/server/egress/send-once";

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What may follow to another origin. Any other header could be a key under a name of the service's own. */
const HARMLESS_HEADERS = new Set(["accept", "accept-language", "content-type", "user-agent"]);

/**
 * @returns the request the answer redirects to, or null when the answer is final
 * @throws AppError as `checkUrl`, and ADDRESS_REFUSED for a redirect from https to http
 */
export function nextHop(hop: Hop, answer: Answer, isAllowed: IsAllowed): Hop | null {
  const location = answer.headers.location;
  if (!REDIRECTS.has(answer.status) || !location || !URL.canParse(location, hop.url)) return null;
  if (location.includes("\\"))
    throw new AppError("HTTP_BAD_REQUEST", { reason: "backslash", detail: location.slice(0, 200) });
  const url = checkUrl(new URL(location, hop.url).href, isAllowed);
  if (hop.url.protocol === "https:" && url.protocol === "http:")
    throw new AppError("ADDRESS_REFUSED", { host: url.host });
  const becomesGet = answer.status === 303 ? hop.method !== "HEAD" : answer.status < 303 && hop.method === "POST";
  const headers = url.origin === hop.url.origin ? hop.headers : keep(hop.headers, (name) => HARMLESS_HEADERS.has(name));
  if (!becomesGet) return { method: hop.method, url, headers, body: hop.body };
  return { method: "GET", url, headers: keep(headers, (name) => name !== "content-type") };
}

const keep = (headers: Record<string, string>, test: (lowerCaseName: string) => boolean) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => test(name.toLowerCase())));
