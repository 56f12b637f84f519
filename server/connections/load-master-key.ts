import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PrismaClient } from "@/server/database/client";
import { type Env, SettingsError } from "@/server/env";

const FILE = "master.key";

/**
 * The key that protects every other key: from the settings, else from `master.key` in the data folder, which is made once.
 *
 * @returns 32 bytes
 * @throws SettingsError when the file is unreadable, or missing although the database holds secrets
 */
export async function loadMasterKey(options: {
  env: Pick<Env, "masterKey" | "dataFolder">;
  db: PrismaClient;
}): Promise<Buffer> {
  const { env, db } = options;
  const found = await findMasterKey(env);
  if (found) return found;
  const path = masterKeyFile(env);
  // A new key here would only hide that the old one is missing.
  if ((await db.dataKey.count()) > 0) throw new SettingsError([missing(path)]);
  const key = randomBytes(32);
  await mkdir(env.dataFolder, { recursive: true });
  // Linked when it is whole: of processes that start together in one folder the first one's key counts.
  const own = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(own, `${key.toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  await link(own, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(own);
  return (await readKey(path)) ?? key;
}

/** @returns null when there is none yet */
async function readKey(path: string): Promise<Buffer | null> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new SettingsError([`The master key cannot be read: ${error.message}`], { cause: error });
  });
  return text === null ? null : parseKey(text, path);
}

/** @returns where the key is kept that the settings do not give. */
export const masterKeyFile = ({ dataFolder }: Pick<Env, "dataFolder">): string => join(dataFolder, FILE);

/**
 * @returns the key of the settings or of the data folder; null when there is none yet
 * @throws SettingsError when the file is unreadable
 */
export async function findMasterKey(env: Pick<Env, "masterKey" | "dataFolder">): Promise<Buffer | null> {
  return env.masterKey ?? readKey(masterKeyFile(env));
}

function parseKey(text: string, path: string): Buffer {
  const key = Buffer.from(text.trim(), "base64");
  if (key.length !== 32) throw new SettingsError([`${path} is damaged: it must hold 32 bytes as base64.`]);
  return key;
}

const missing = (path: string) =>
  `This database holds secrets, but their master key is missing: put it back at ${path}, or set MILLRACE_MASTER_KEY.`;
