/** Whether a URL's host and port were allowed by the settings. */
export type IsAllowed = (url: URL) => boolean;

/**
 * @param entries `host:port` pairs; IPv6 addresses in brackets
 * @throws Error naming the entry that is not a pair
 */
export function parseAllowList(entries: readonly string[]): IsAllowed {
  const allowed = new Set(entries.map(parseEntry));
  return (url) => allowed.has(`${url.hostname}:${portOf(url)}`);
}

/** @returns the pair as a URL parser writes it, so that `LOCALHOST:080` and `localhost:80` are one. */
function parseEntry(entry: string): string {
  const pair = /^(\[[0-9a-fA-F:.]+\]|[^:/?#@\s\\]+):(\d{1,5})$/.exec(entry.trim());
  if (!pair || !URL.canParse(`http://${pair[0]}`)) throw new Error(`"${entry}" is not host:port`);
  return `${new URL(`http://${pair[0]}`).hostname}:${Number(pair[2])}`;
}

const portOf = (url: URL) => url.port || (url.protocol === "https:" ? "443" : "80");
