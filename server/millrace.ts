import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Logger } from "pino";
import { seedDemo } from "@/prisma/seed/demo";
import { createHttpServer } from "@/server/api/http/http-server";
import { followDemoService } from "@/server/connections/follow-demo-service";
import { createApp } from "@/server/create-app";
import { startEmbeddedPostgres } from "@/server/database/embedded/embedded";
import { migrate } from "@/server/database/migrate";
import { type DemoService, startDemoService } from "@/server/demo-service";
import { type Env, SettingsError } from "@/server/env";
import { openPages } from "@/server/pages";
import { prepareWorkspace } from "@/server/prepare-workspace";
import { startQueue } from "@/server/queue/queue";
import { startSweeper } from "@/server/runtime/sweeper";
import { ensureOwner } from "@/server/users/ensure-owner";

/** A running Millrace. */
export interface Millrace {
  /** Where a browser finds it. */
  url: string;
  /** Stops everything it started, in the reverse order; safe to call again. */
  stop(): Promise<void>;
}

/** How long requests in flight may take to finish at shutdown. */
const DRAIN_MS = 3_000;

/**
 * Starts everything: database, demo service, queue, pages and the server.
 * @param options.root the folder of the sources and the build.
 * @throws a sentence when a setting, the database or the port does not serve; what was started is stopped again.
 */
export async function startMillrace(options: { env: Env; log: Logger; root: string; dev: boolean }): Promise<Millrace> {
  const { env, log, root, dev } = options;
  const closers: (() => Promise<void> | void)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= closeAll(closers, log);
    return stopping;
  };

  try {
    let databaseUrl = env.databaseUrl;
    if (databaseUrl === null) {
      const embedded = await startEmbeddedPostgres({ dataFolder: env.dataFolder, log });
      closers.push(embedded.stop);
      databaseUrl = embedded.url;
    }
    const applied = await migrate(databaseUrl, join(root, "prisma", "migrations")).catch((error) => {
      throw env.databaseUrl === null ? error : unreachable(error);
    });
    log.info({ applied }, "database ready");

    let demo: DemoService | null = null;
    if (env.demo) {
      demo = await startDemoService({ dataFolder: env.dataFolder, log });
      closers.push(demo.stop);
    }
    const sandboxSource = await readFile(join(root, "dist", "sandbox.cjs"), "utf8");
    const allow = demo ? [demo.hostPort] : [];
    const { app, close } = await createApp({ env, log, databaseUrl, sandboxSource, allow });
    closers.push(close);
    const warm = app.sandbox.ready();

    const { fresh } = await prepareWorkspace(app);
    await ensureOwner(app);
    if (demo) {
      await seedDemo(app, { fresh, mailingList: demo });
      await followDemoService(app, demo);
    }

    const sweeper = startSweeper(app);
    closers.push(sweeper.close);
    await warm;

    const queue = await startQueue(app, databaseUrl);
    closers.push(queue.close);

    const pages = await openPages({ root, dev, host: env.host, port: env.port });
    closers.push(pages.close);

    const ending = new AbortController();
    const server = createHttpServer(app, {
      pages,
      signal: ending.signal,
      probes: {
        database: async () => (await app.pool.query("SELECT 1")).rowCount === 1,
        queue: queue.ready,
        sandbox: () => app.sandbox.ready(),
      },
    });
    pages.attach(server.server);
    closers.push(async () => {
      ending.abort();
      const cut = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS);
      await server.close();
      clearTimeout(cut);
    });
    await server.listen({ port: env.port, host: env.host }).catch((error) => {
      throw portTaken(error, env.port);
    });

    const { port } = server.server.address() as AddressInfo;
    log.info({ port }, "ready");
    return { url: `http://localhost:${port}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function closeAll(closers: (() => Promise<void> | void)[], log: Logger): Promise<void> {
  for (const close of closers.reverse()) {
    await Promise.resolve(close()).catch((error) => log.error({ err: error }, "a part did not stop in order"));
  }
}

function unreachable(error: NodeJS.ErrnoException): unknown {
  const says = error.message || error.code;
  return "code" in error
    ? new SettingsError([`DATABASE_URL leads to no usable PostgreSQL: ${says}.`], { cause: error })
    : error;
}

function portTaken(error: NodeJS.ErrnoException, port: number): unknown {
  if (error.code === "EADDRINUSE") {
    return new SettingsError([
      `Port ${port} is in use by another program. Stop it, or choose another with PORT=${port + 1}.`,
    ]);
  }
  if (error.code === "EACCES")
    return new SettingsError([`Port ${port} may not be used by this user. Choose one above 1023.`]);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new SettingsError(["MILLRACE_HOST is not an address of this machine."], { cause: error });
  }
  return error;
}
