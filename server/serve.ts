import type { Probes } from "@/server/api/http/health-routes";
import { createHealthServer, createHttpServer } from "@/server/api/http/http-server";
import { listen } from "@/server/api/http/listen";
import type { App } from "@/server/app";
import type { Pages } from "@/server/pages";

/** An open port. */
export interface Serving {
  port: number;
  close(): Promise<void>;
}

/** How long requests in flight may take to finish at shutdown. */
const DRAIN_MS = 3_000;

/**
 * Opens the one port.
 * @param options.pages null for a process that only says how it is
 */
export async function serve(
  app: App,
  options: { pages: Pages | null; probes: Probes; isStopping: () => boolean },
): Promise<Serving> {
  const { pages, probes, isStopping } = options;
  const ending = new AbortController();
  const server = pages
    ? createHttpServer(app, { pages, signal: ending.signal, probes, isStopping })
    : createHealthServer(app, { probes, isStopping });
  pages?.attach(server.server);
  const close = async () => {
    ending.abort();
    const cut = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS);
    await server.close();
    clearTimeout(cut);
  };
  return { port: await listen(server, app.env), close };
}
