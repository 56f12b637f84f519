import { AppError } from "@/core/execution/errors";
import type { IsAllowed } from "@/server/egress/allow-list";
import { isGlobalUnicast } from "@/server/egress/is-global-unicast";
import { parseAddress } from "@/server/egress/parse-address";

const LONGEST_URL = 16_384;

/**
 * Parses an address people or other servers wrote and refuses what no call may use. Names are looked up later, by the
 * connector; an address written out is judged here.
 *
 * @throws AppError HTTP_BAD_REQUEST for what is not a plain http or https URL, ADDRESS_REFUSED for a private address
 */
export function checkUrl(text: string, isAllowed: IsAllowed): URL {
  if (text.length > LONGEST_URL) throw badUrl(text.slice(0, 100), "too_long");
  // A URL parser takes "\" for "/", other software does not: such a URL names two hosts.
  if (text.includes("\\")) throw badUrl(text, "backslash");
  if (!URL.canParse(text)) throw badUrl(text, "not_a_url");
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw badUrl(text, "scheme");
  if (url.username || url.password) throw badUrl(url.host, "user_info");
  const address = parseAddress(hostOf(url));
  if (address && !isGlobalUnicast(address) && !isAllowed(url))
    throw new AppError("ADDRESS_REFUSED", { host: url.host });
  url.hash = "";
  return url;
}

/** @returns the host without the brackets of an IPv6 address. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");

const badUrl = (url: string, reason: string) => new AppError("HTTP_BAD_REQUEST", { reason, detail: url.slice(0, 200) });
