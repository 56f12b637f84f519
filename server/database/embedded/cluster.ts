import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Binaries } from "@/server/database/embedded/binaries";
import { RUN_OPTIONS } from "@/server/database/embedded/run-options";
import type { Unprivileged } from "@/server/database/embedded/unprivileged";

/** The name of the database, and of the one role that owns it. */
export const MILLRACE = "millrace";

/** A PostgreSQL data directory and the password of its owner. */
export interface Cluster {
  folder: string;
  password: string;
}

/**
 * Finds the cluster in the data folder, or makes it. A start that is killed half-way leaves no half cluster: it is made
 * beside its place and moved there when complete.
 * @throws a sentence with what initdb said.
 */
export async function prepareCluster(dataFolder: string, binaries: Binaries, as: Unprivileged): Promise<Cluster> {
  const folder = join(dataFolder, "postgres");
  const password = await keptPassword(join(dataFolder, "postgres-password"), existsSync(folder));
  if (!existsSync(folder)) await initialise(folder, password, binaries, as);
  await as.own(folder);
  return { folder, password };
}

async function keptPassword(file: string, clusterExists: boolean): Promise<string> {
  if (clusterExists && !existsSync(file)) {
    throw new Error(`The database's password is missing: ${file}. Restore that file from a backup of the data folder.`);
  }
  await writeFile(file, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    },
  );
  return (await readFile(file, "utf8")).trim();
}

async function initialise(folder: string, password: string, binaries: Binaries, as: Unprivileged): Promise<void> {
  await removeLeftovers(folder);
  const making = `${folder}.new-${process.pid}`;
  const passwordFile = join(making, "password");
  await mkdir(join(making, "cluster"), { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  await as.own(making);
  await run(
    [
      ...as.prefix,
      binaries.initdb,
      `--pgdata=${join(making, "cluster")}`,
      `--username=${MILLRACE}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ],
    as.identity,
  );
  await rename(join(making, "cluster"), folder).catch((error: NodeJS.ErrnoException) => {
    // Another start was faster; its cluster has the same password.
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
  await rm(making, { recursive: true, force: true });
}

async function removeLeftovers(folder: string): Promise<void> {
  const parent = join(folder, "..");
  for (const name of await readdir(parent)) {
    const owner = /^postgres\.new-(\d+)$/.exec(name)?.[1];
    if (owner && !existsSync(`/proc/${owner}`)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function run([command = "", ...parameters]: string[], identity: { uid?: number; gid?: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      ...identity,
      ...RUN_OPTIONS,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The embedded PostgreSQL could not be set up. initdb said:\n${said.trim()}`));
    });
  });
}
