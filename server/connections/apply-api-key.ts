import { AppError } from "@/core/execution/errors";
import type { ApiKeyAuth } from "@/core/services/service";

/**
 * Makes the URL of a call absolute and puts the key where the service wants it. The key goes to the origin of the base URL
 * and nowhere else; a header or parameter of the same name that the caller wrote is replaced.
 *
 * @throws AppError CONNECTION_HOST_REFUSED for a URL of another origin, HTTP_BAD_REQUEST for what is not a URL
 */
export function applyApiKey(
  request: { url: string; headers: Record<string, string> },
  connection: { name: string; baseUrl: string; auth: ApiKeyAuth; secret: string },
): { url: string; headers: Record<string, string> } {
  const { name, baseUrl, auth, secret } = connection;
  const text = /^[a-z][a-z0-9+.-]*:/i.test(request.url) ? request.url : join(baseUrl, request.url);
  if (!URL.canParse(text) || text.includes("\\")) {
    throw new AppError("HTTP_BAD_REQUEST", { reason: "not_a_url", detail: request.url.slice(0, 200) });
  }
  const url = new URL(text);
  const { origin } = new URL(baseUrl);
  if (url.origin !== origin) throw new AppError("CONNECTION_HOST_REFUSED", { connection: name, origin });

  if (auth.placement === "query") {
    url.searchParams.delete(auth.parameter);
    url.searchParams.append(auth.parameter, secret);
    return { url: url.href, headers: request.headers };
  }
  const others = Object.entries(request.headers).filter(([key]) => key.toLowerCase() !== auth.parameter.toLowerCase());
  return {
    url: url.href,
    headers: { ...Object.fromEntries(others), [auth.parameter]: `${auth.prefix ?? ""}${secret}` },
  };
}

const join = (baseUrl: string, path: string) =>
  /^[/?]/.test(path) || path === "" ? `${baseUrl}${path}` : `${baseUrl}/${path}`;
