import { EventEmitter } from "node:events";
import { parseCronItems, run, type WorkerEvents, Logger as WorkerLogger } from "graphile-worker";
import { Pool } from "pg";
import type { App } from "@/server/app";
import { isHeld } from "@/server/installation/is-held";
import { addJob } from "@/server/queue/add-job";
import { TASKS } from "@/server/queue/tasks";

/** The worker of this process. The queue itself is in the database; every process that runs one shares the work. */
export interface Queue {
  /** @returns whether the worker asked the database for work lately and got an answer. */
  ready(): boolean;
  /** Takes no new job and waits for the running ones. */
  close(): Promise<void>;
}

const CONCURRENCY = 4;
const POLL_MS = 2_000;
const SILENT_MS = 30_000;

/** Starts working off the queue, once a minute at most looking for jobs that are due by the clock. */
export async function startQueue(app: App, databaseUrl: string): Promise<Queue> {
  const log = app.log.child({ part: "queue" });
  const pool = new Pool({ connectionString: databaseUrl, max: CONCURRENCY + 1, application_name: "millrace queue" });
  const broke = (error: Error) => log.warn({ err: error }, "a database connection broke");
  pool.on("error", broke);
  pool.on("connect", (client) => client.on("error", broke));

  let heardAt = Date.now();
  let working = 0;
  const events: WorkerEvents = new EventEmitter();
  const heard = () => {
    heardAt = Date.now();
  };
  events.on("worker:getJob:empty", heard);
  events.on("job:start", () => {
    heard();
    working += 1;
  });
  events.on("job:complete", () => {
    working -= 1;
  });

  let stopped = false;
  const runner = await run({
    pgPool: pool,
    events,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    logger: new WorkerLogger(() => (level, message) => log[level === "warning" ? "warn" : level](message)),
    taskList: Object.fromEntries(
      Object.entries(TASKS).map(([name, task]) => [name, () => runUnlessHeld(app, task.run)]),
    ),
    parsedCronItems: parseCronItems(
      Object.entries(TASKS).flatMap(([task, { cron }]) =>
        cron === null ? [] : [{ task, match: cron, options: { backfillPeriod: 0 } }],
      ),
    ),
  });
  runner.promise
    .catch((error) => log.error({ err: error }, "the worker ended"))
    .finally(() => {
      stopped = true;
    });
  // A machine that is off at night prunes when it is switched on.
  await addJob(app.pool, "prune");

  return {
    ready: () => !stopped && (working > 0 || Date.now() - heardAt < SILENT_MS),
    close: async () => {
      if (!stopped) await runner.stop();
      await pool.end();
    },
  };
}

/** What is held is put into the queue again when an administrator resumes. */
async function runUnlessHeld(app: App, run: (app: App) => Promise<void>): Promise<void> {
  if (!(await isHeld(app))) await run(app);
}
