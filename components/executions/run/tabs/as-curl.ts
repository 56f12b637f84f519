import type { Exchange } from "@/components/executions/run/tabs/exchange";

/** Writes a call as a curl command that a shell can run; secrets are dots, as in the journal. */
export function asCurl({ http, sent }: Exchange): string {
  if (!http) return "";
  const headers = http.headers !== null && typeof http.headers === "object" ? Object.entries(http.headers) : [];
  const body = sent === null ? [] : ["--data", quoted(typeof sent === "string" ? sent : JSON.stringify(sent))];
  return [
    "curl",
    "-X",
    http.method,
    quoted(http.url),
    ...headers.flatMap(([name, value]) => ["-H", quoted(`${name}: ${String(value)}`)]),
    ...body,
  ].join(" ");
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
