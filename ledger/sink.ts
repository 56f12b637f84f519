import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** One call that arrived. */
export interface Hit {
  /** Milliseconds since the epoch, by this machine's clock, which is the database's too. */
  at: number;
  /** Which step called: the path of the address. */
  step: string;
  /** The number of the request that started the execution. */
  n: number;
  /** The round, in a loop. */
  round: number | null;
  /** Its `Idempotency-Key`. */
  key: string;
}

/** A service outside that notes every call before it answers. */
export interface Sink {
  port: number;
  hits: Hit[];
  close(): void;
}

/** @param delayMs how long it takes to answer: time in which a caller may be lost */
export async function startSink(delayMs: () => number): Promise<Sink> {
  const hits: Hit[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { n, round = null } = JSON.parse(Buffer.concat(parts).toString());
      const step = new URL(request.url ?? "/", "http://sink").pathname.slice(1);
      hits.push({ at: Date.now(), step, n, round, key: String(request.headers["idempotency-key"] ?? "") });
      setTimeout(() => {
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ ok: true }));
      }, delayMs());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, hits, close };
}
