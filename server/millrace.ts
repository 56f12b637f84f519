import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { seedDemo } from "@/prisma/seed/demo";
import { createHttpServer } from "@/server/api/http/http-server";
import { listen } from "@/server/api/http/listen";
import type { App } from "@/server/app";
import { followDemoService } from "@/server/connections/follow-demo-service";
import { createApp } from "@/server/create-app";
import { provideDatabase } from "@/server/database/provide-database";
import { type DemoService, startDemoService } from "@/server/demo-service";
import type { Env } from "@/server/env";
import { openPages, type Pages } from "@/server/pages";
import { prepareWorkspace } from "@/server/prepare-workspace";
import { type Queue, startQueue } from "@/server/queue/queue";
import { startSweeper } from "@/server/runtime/sweeper";
import { startWaker } from "@/server/runtime/waker";
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

/** Something started that must be stopped. */
interface Part {
  name: string;
  close(): Promise<void> | void;
}

/**
 * Starts everything: database, demo service, sandbox, queue, pages and the server.
 * @param options.root the folder of the sources and the build.
 * @throws a sentence when a setting, the database or the port does not serve; what was started is stopped again.
 */
export async function startMillrace(options: { env: Env; log: Logger; root: string; dev: boolean }): Promise<Millrace> {
  const { env, log, root, dev } = options;
  const parts: Part[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= closeAll(parts, log);
    return stopping;
  };

  try {
    // Next takes about as long to load as the database to start.
    const opening = openPages({ root, dev, host: env.host, port: env.port });
    opening.catch(() => {});

    const database = await provideDatabase({ env, log, root });
    parts.push({ name: "database", close: database.stop });
    const demo = env.demo ? await startDemoService({ dataFolder: env.dataFolder, log }) : null;
    if (demo) parts.push({ name: "demo service", close: demo.stop });

    const sandboxSource = await readFile(join(root, "dist", "sandbox.cjs"), "utf8");
    const typecheckSource = await readFile(join(root, "dist", "typecheck.cjs"), "utf8");
    const allow = demo ? [demo.hostPort] : [];
    const { app, close } = await createApp({
      env,
      log,
      databaseUrl: database.url,
      sandboxSource,
      typecheckSource,
      allow,
    });
    parts.push({ name: "executions and connections", close });
    const warm = app.sandbox.ready();
    await prepareContent(app, demo);
    const sweeper = startSweeper(app);
    parts.push({ name: "sweeper", close: sweeper.close });
    const waker = startWaker(app);
    parts.push({ name: "waker", close: waker.close });
    const queue = await startQueue(app, database.url);
    parts.push({ name: "queue", close: queue.close });

    const pages = await opening;
    parts.push({ name: "pages", close: pages.close });
    await warm;
    const port = await serve({ app, pages, queue, parts });
    log.info({ port, startMs: Math.round(performance.now()) }, "ready");
    return { url: `http://localhost:${port}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepareContent(app: App, demo: DemoService | null): Promise<void> {
  const { fresh } = await prepareWorkspace(app);
  await ensureOwner(app);
  if (!demo) return;
  await seedDemo(app, { fresh, mailingList: demo });
  await followDemoService(app, demo);
}

async function serve(options: { app: App; pages: Pages; queue: Queue; parts: Part[] }): Promise<number> {
  const { app, pages, queue, parts } = options;
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
  parts.push({
    name: "http",
    close: async () => {
      ending.abort();
      const cut = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS);
      await server.close();
      clearTimeout(cut);
    },
  });
  return listen(server, app.env);
}

async function closeAll(parts: Part[], log: Logger): Promise<void> {
  const tookMs: Record<string, number> = {};
  for (const { name, close } of parts.reverse()) {
    const startedAt = performance.now();
    await Promise.resolve(close()).catch((error) => log.error({ err: error, part: name }, "did not stop in order"));
    tookMs[name] = Math.round(performance.now() - startedAt);
  }
  log.info({ tookMs }, "stopped");
}
