import type { Logger } from "pino";
import type { App } from "@/server/app";
import { FailuresInRow } from "@/server/automations/failures-in-row";
import { type Clock, systemClock } from "@/server/clock";
import { loadMasterKey } from "@/server/connections/load-master-key";
import { createSecretBox } from "@/server/connections/secret-box";
import { createChanges } from "@/server/database/changes";
import { createDatabase } from "@/server/database/client";
import { createEgress } from "@/server/egress";
import { createMailServer } from "@/server/egress/mail-server";
import type { Env } from "@/server/env";
import { createMetrics } from "@/server/metrics/metrics";
import { UsageTally } from "@/server/quotas/usage-tally";
import { createJournal } from "@/server/runtime/journal/journal";
import { RunningExecutions } from "@/server/runtime/running-executions";
import { createSandbox } from "@/server/runtime/sandbox/pool";
import { createTracer } from "@/server/traces/tracer";
import { createTypeChecker } from "@/server/typecheck/type-checker";

/** An `App` and the end of everything it holds. */
export interface OpenApp {
  app: App;
  close(): Promise<void>;
}

/** How long executions under way may take to end at shutdown. */
const DRAIN_MS = 10_000;

/**
 * Puts an `App` together on a migrated database.
 * @param options.sandboxSource what `scripts/bundle-sandbox.mjs` made.
 * @param options.typecheckSource what `scripts/bundle-typecheck.mjs` made.
 * @param options.allow `host:port` pairs that automations may reach beside those of the settings.
 */
export async function createApp(options: {
  env: Env;
  log: Logger;
  databaseUrl: string;
  sandboxSource: string;
  typecheckSource: string;
  clock?: Clock;
  allow?: string[];
}): Promise<OpenApp> {
  const { env, log, databaseUrl, sandboxSource, typecheckSource, clock = systemClock, allow = [] } = options;
  const database = createDatabase(databaseUrl, {
    onError: (error) => log.warn({ err: error }, "a database connection broke"),
  });
  const { db, pool } = database;
  const changes = await createChanges(databaseUrl, pool);
  const secretBox = await createSecretBox({ db, masterKey: await loadMasterKey({ env, db }) });
  const egress = createEgress({ allow: [...env.egressAllow, ...allow] });

  const mailServer = env.smtp ? createMailServer(env.smtp) : null;
  const sandbox = createSandbox({ childSource: sandboxSource });
  const typeChecker = createTypeChecker({ childSource: typecheckSource });
  const metrics = createMetrics({ pool, sandbox });
  const tracer = env.traces ? createTracer(env.traces, log) : null;
  const journal = createJournal({
    pool,
    onCommit: (writes, ms) => {
      metrics.committed(writes, ms);
      tracer?.committed(writes);
    },
  });

  const app: App = {
    ...{ env, log, clock, db, pool, changes, secretBox },
    ...{ egress, mailServer, sandbox, typeChecker, journal, metrics, tracer },
  };
  return {
    app,
    close: async () => {
      const executions = RunningExecutions.of(app);
      await executions.drain(DRAIN_MS);
      await sandbox.close();
      typeChecker.close();
      await executions.drain(DRAIN_MS);
      await FailuresInRow.of(app).settled();
      await UsageTally.of(app).flush();
      await egress.close();
      mailServer?.close();
      await tracer?.close();
      await changes.close();
      await database.close();
    },
  };
}
