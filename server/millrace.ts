import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { seedDemo } from "@/prisma/seed/demo";
import type { App } from "@/server/app";
import { followDemoService } from "@/server/connections/follow-demo-service";
import { createApp } from "@/server/create-app";
import { provideDatabase } from "@/server/database/provide-database";
import { type DemoService, startDemoService } from "@/server/demo-service";
import type { Env } from "@/server/env";
import { holdStartLock } from "@/server/hold-start-lock";
import { openPages } from "@/server/pages";
import { prepareWorkspace } from "@/server/prepare-workspace";
import { migrateQueue } from "@/server/queue/migrate-queue";
import { makePartitions } from "@/server/retention/make-partitions";
import { RunningExecutions } from "@/server/runtime/running-executions";
import { announceStop } from "@/server/runtime/stop-signal";
import { serve } from "@/server/serve";
import { startWork } from "@/server/start-work";
import { ensureOwner } from "@/server/users/ensure-owner";

/** A running Millrace. */
export interface Millrace {
  /** Where a browser finds it. */
  url: string;
  /** Stops everything it started, in the reverse order; safe to call again. */
  stop(): Promise<void>;
}

/** How long executions under way may take to come to where another process can go on with them. */
const DRAIN_MS = 10_000;

/** Something started that must be stopped. */
interface Part {
  name: string;
  close(): Promise<void> | void;
}

/**
 * Starts what the process's role asks for: database, demo service, sandbox, work, pages and the server. It stops in the
 * reverse order, but first says that it is not ready, begins nothing more, and hands back what runs.
 *
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
    const opening = env.role === "worker" ? null : openPages({ root, dev, host: env.host, port: env.port });
    opening?.catch(() => {});

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
    await holdStartLock(database.url, () => prepareContent(app, demo, database.url));
    // Without them all goes on: the default partition takes what comes.
    await makePartitions(app).catch((error) => log.warn({ err: error }, "partitions could not be made"));
    const work = env.role === "web" ? null : await startWork(app, database.url);
    if (work) parts.push({ name: "work", close: work.close });

    const pages = await opening;
    if (pages) parts.push({ name: "pages", close: pages.close });
    await warm;
    let isStopping = false;
    const { port, close: closePort } = await serve(app, {
      pages,
      probes: {
        database: async () => (await app.pool.query("SELECT 1")).rowCount === 1,
        sandbox: () => app.sandbox.ready(),
        ...work?.probes,
      },
      isStopping: () => isStopping,
    });
    parts.push({ name: "http", close: closePort });
    parts.push({
      name: "executions",
      close: async () => {
        isStopping = true;
        await work?.stopTaking();
        await sleep(env.drainSeconds * 1_000);
        announceStop(app);
        await RunningExecutions.of(app).drain(DRAIN_MS);
      },
    });
    log.info({ port, role: env.role, startMs: Math.round(performance.now()) }, "ready");
    return { url: `http://localhost:${port}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One process at a time: whichever starts first finds nothing, the others find it prepared. */
async function prepareContent(app: App, demo: DemoService | null, databaseUrl: string): Promise<void> {
  await migrateQueue(databaseUrl);
  const { workspaceId, fresh } = await prepareWorkspace(app);
  await app.secretBox.check(workspaceId);
  await ensureOwner(app);
  if (!demo) return;
  await seedDemo(app, { fresh, mailingList: demo });
  await followDemoService(app, demo);
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
