import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { restoreBackup } from "@/server/backup/restore-backup";
import { writeBackup } from "@/server/backup/write-backup";
import { findMasterKey, masterKeyFile } from "@/server/connections/load-master-key";
import { findRunningPostgres, startEmbeddedPostgres } from "@/server/database/embedded/embedded";
import { type Env, parseEnv, SettingsError } from "@/server/env";
import { openLog } from "@/server/log";

/** From the sources and from the bundle alike. */
const migrations = fileURLToPath(new URL("../prisma/migrations", import.meta.url));

/** A database for one command. */
interface Reached {
  url: string;
  stop(): Promise<void>;
}

/**
 * `npm run backup` and `npm run restore`: one of them, from the settings of the environment, said in a sentence.
 * @param file absolute
 * @returns the exit code
 */
export async function main(command: "backup" | "restore", file: string): Promise<number> {
  try {
    const env = parseEnv();
    console.log(command === "backup" ? await backUp(env, file) : await restore(env, file));
    return 0;
  } catch (error) {
    const sentences =
      error instanceof SettingsError ? error.mistakes : [error instanceof Error ? error.message : error];
    for (const sentence of sentences) console.error(sentence);
    return 1;
  }
}

async function backUp(env: Env, file: string): Promise<string> {
  const database = await reachForReading(env);
  try {
    const { tables, rows, bytes } = await writeBackup(database.url, file);
    return `Saved ${rows} rows of ${tables} tables in ${file} (${Math.ceil(bytes / 1_024)} KB). ${whereKeyIs(env)}`;
  } finally {
    await database.stop();
  }
}

async function restore(env: Env, file: string): Promise<string> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  let database: Reached | undefined;
  try {
    const { createdAt, tables, rows, masterKey } = await restoreBackup({
      ...{ file, migrations },
      masterKey: await findMasterKey(env),
      provide: async () => {
        database = await reach(env);
        return database.url;
      },
    });
    const key = masterKey === "missing" ? ` ${keyIsMissing(env)}` : "";
    return (
      `Restored ${rows} rows of ${tables} tables as they were at ${createdAt}.${key} ` +
      "Nothing starts by itself until an administrator resumes it on any page."
    );
  } finally {
    await database?.stop();
  }
}

/** A running Millrace is not disturbed. */
async function reachForReading(env: Env): Promise<Reached> {
  const running = env.databaseUrl === null ? await findRunningPostgres(env.dataFolder) : null;
  if (running) return { url: running, stop: async () => {} };
  if (env.databaseUrl === null && !existsSync(join(env.dataFolder, "postgres")))
    throw new Error(`There is no database in ${env.dataFolder}. Set MILLRACE_DATA or DATABASE_URL as for npm start.`);
  return reach(env);
}

async function reach(env: Env): Promise<Reached> {
  if (env.databaseUrl !== null) return { url: env.databaseUrl, stop: async () => {} };
  return startEmbeddedPostgres({ dataFolder: env.dataFolder, log: openLog(env.dataFolder).log });
}

const whereKeyIs = (env: Env): string =>
  env.masterKey
    ? "The master key is not in it: keep MILLRACE_MASTER_KEY in another safe place; without it no secret can be read."
    : `The master key is not in it: keep a copy of ${masterKeyFile(env)} in another safe place; without it no secret can be read.`;

const keyIsMissing = (env: Env): string =>
  `Its master key is not here yet: put it at ${masterKeyFile(env)}, or set MILLRACE_MASTER_KEY, before you start.`;
