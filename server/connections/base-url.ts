import { AppError } from "@/core/execution/errors";

/**
 * @returns the base URL as it is kept: without a slash at its end, so that paths can be put behind it
 * @throws AppError HTTP_BAD_REQUEST when it is not a plain http or https address
 */
export function parseBaseUrl(text: string): string {
  const trimmed = text.trim();
  if (trimmed.includes("\\")) throw badUrl("backslash", trimmed);
  if (!URL.canParse(trimmed)) throw badUrl("not_a_url", trimmed);
  const url = new URL(trimmed);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw badUrl("scheme", trimmed);
  if (url.username || url.password) throw badUrl("user_info", url.host);
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

const badUrl = (reason: string, detail: string) =>
  new AppError("HTTP_BAD_REQUEST", { reason, detail: detail.slice(0, 200) });
