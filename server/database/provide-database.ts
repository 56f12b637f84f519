import { join } from "node:path";
import type { Logger } from "pino";
import { startEmbeddedPostgres } from "@/server/database/embedded/embedded";
import { migrate } from "@/server/database/migrate";
import { type Env, SettingsError } from "@/server/env";

/** A database of the newest schema. */
export interface ProvidedDatabase {
  url: string;
  /** Stops the embedded server; leaves one of the owner's own alone. */
  stop(): Promise<void>;
}

/**
 * Provides the database the settings ask for: the embedded PostgreSQL of the data folder, or the one of DATABASE_URL.
 * @param options.root the folder that holds `prisma/migrations`.
 * @throws a sentence when it cannot be reached, started or migrated.
 */
export async function provideDatabase(options: { env: Env; log: Logger; root: string }): Promise<ProvidedDatabase> {
  const { env, log, root } = options;
  const migrations = join(root, "prisma", "migrations");
  if (env.databaseUrl !== null) {
    const applied = await migrate(env.databaseUrl, migrations).catch((error) => {
      throw asSetting(error);
    });
    log.info({ applied }, "database ready");
    return { url: env.databaseUrl, stop: async () => {} };
  }

  const embedded = await startEmbeddedPostgres({ dataFolder: env.dataFolder, log });
  try {
    log.info({ applied: await migrate(embedded.url, migrations) }, "database ready");
    return embedded;
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** What the driver says of a server that is not there, or does not let us in, is about the setting. */
function asSetting(error: NodeJS.ErrnoException): unknown {
  if (!("code" in error)) return error;
  const reason = error.message || error.code;
  return new SettingsError([`DATABASE_URL leads to no usable PostgreSQL: ${reason}.`], { cause: error });
}
