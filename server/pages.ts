import type { Server } from "node:http";
import type { PageHandler } from "@/server/api/http/page-routes";

/** Next in this process. */
export interface Pages extends PageHandler {
  /** Gives it the server whose connections the development tools upgrade. */
  attach(server: Server): void;
  close(): Promise<void>;
}

/**
 * Prepares Next.
 * @param options.root the folder that holds `app/` and, unless `dev`, the finished build.
 */
export async function openPages(options: { root: string; dev: boolean; host: string; port: number }): Promise<Pages> {
  const { root, dev, host, port } = options;
  // Loaded late: it patches globals of the process, and settings should be refused without waiting for it.
  const { default: next } = await import("next");
  const server = next({ dev, dir: root, hostname: host, port, quiet: true });
  await server.prepare();
  return {
    dev,
    handle: server.getRequestHandler(),
    attach: (http) => {
      if (dev) http.on("upgrade", server.getUpgradeHandler());
    },
    close: () => server.close(),
  };
}
