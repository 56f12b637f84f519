import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { chmod, mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Logger } from "pino";
import { type Binaries, findBinaries } from "@/server/database/embedded/binaries";
import { type Cluster, MILLRACE, prepareCluster } from "@/server/database/embedded/cluster";
import { DataFolderInUse, holdDataFolder } from "@/server/database/embedded/data-folder-lock";
import { livePostmaster, signalProcess, stopPostmaster } from "@/server/database/embedded/postmaster";
import { RUN_OPTIONS } from "@/server/database/embedded/run-options";
import { findUnprivileged, type Unprivileged } from "@/server/database/embedded/unprivileged";

/** A running embedded PostgreSQL that this process answers for. */
export interface EmbeddedPostgres {
  url: string;
  stop(): Promise<void>;
}

const START_PATIENCE_MS = 60_000;
const ADOPT_PATIENCE_MS = 20_000;

/**
 * Starts the PostgreSQL of a data folder, or takes over the one a killed process left behind.
 * @param options.dataFolder absolute; made when missing.
 * @param options.port any free one when left out.
 * @throws a sentence when another Millrace runs on that folder, or PostgreSQL cannot start.
 */
export async function startEmbeddedPostgres(options: {
  dataFolder: string;
  log: Logger;
  port?: number;
}): Promise<EmbeddedPostgres> {
  const { log, port } = options;
  const dataFolder = resolve(options.dataFolder);
  await mkdir(join(dataFolder, "logs"), { recursive: true, mode: 0o700 });
  await chmod(dataFolder, 0o700);
  const binaries = await findBinaries();
  const as = await findUnprivileged(binaries.postgres, dataFolder);
  const cluster = await prepareCluster(dataFolder, binaries, as);
  const how = { cluster, binaries, as, logFile: join(dataFolder, "logs", "postgres.log"), log, port };
  const { server, lock } = await holdServer(how, dataFolder);

  // Whatever ends this process short of kill -9, the server does not outlive it.
  const stopAtExit = () => signalProcess(server.pid, "SIGINT");
  process.on("exit", stopAtExit);
  return {
    url: urlOf(cluster, server.port, MILLRACE),
    stop: async () => {
      // The lock ends with the server, so that no other start takes the server over while it stops.
      await stopPostmaster(server.pid);
      await lock.release();
      process.off("exit", stopAtExit);
    },
  };
}

/**
 * Finds the PostgreSQL of a data folder that a running process holds, for reading beside it.
 * @returns its address; null when none runs
 */
export async function findRunningPostgres(dataFolder: string): Promise<string | null> {
  const folder = join(resolve(dataFolder), "postgres");
  const running = livePostmaster(folder);
  const password = await readFile(join(resolve(dataFolder), "postgres-password"), "utf8").catch(() => null);
  if (!running?.port || password === null) return null;
  const url = urlOf({ folder, password: password.trim() }, running.port, MILLRACE);
  return (await answers(url)) ? url : null;
}

interface ServerOptions {
  cluster: Cluster;
  binaries: Binaries;
  as: Unprivileged;
  logFile: string;
  log: Logger;
  port?: number;
}

/** A server that was alive a moment ago may be on its way down, stopped by the process that held it: then once more. */
async function holdServer(options: ServerOptions, dataFolder: string) {
  for (let attempt = 1; ; attempt += 1) {
    const server = await reachServer(options);
    const url = urlOf(options.cluster, server.port, "postgres");
    try {
      const lock = await holdDataFolder(url, dataFolder);
      await createDatabaseOnce(url);
      return { server, lock };
    } catch (error) {
      if (error instanceof DataFolderInUse || attempt === 3) throw error;
      await sleep(500);
    }
  }
}

/** A server may be alive, still shutting down after a kill, or absent; each is met by looking again until one answers. */
async function reachServer(options: ServerOptions): Promise<{ pid: number; port: number }> {
  const { cluster, log } = options;
  const deadline = Date.now() + ADOPT_PATIENCE_MS;
  for (;;) {
    const left = livePostmaster(cluster.folder);
    if (!left) {
      const started = await startServer(options);
      if (started) return started;
    } else if (left.port && (await answers(urlOf(cluster, left.port, "postgres")))) {
      log.info({ pid: left.pid }, "taking over the PostgreSQL that a former process left");
      return left;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `The embedded PostgreSQL does not start. Its last words in ${options.logFile}:\n${await lastWords(options.logFile)}`,
      );
    }
    await sleep(50);
  }
}

/** @returns null when the server ended before it answered. */
async function startServer({
  cluster,
  binaries,
  as,
  logFile,
  ...options
}: ServerOptions): Promise<{ pid: number; port: number } | null> {
  const port = options.port ?? (await freePort());
  const logTo = openSync(logFile, "a", 0o600);
  const [command = "", ...parameters] = [
    ...as.prefix,
    binaries.postgres,
    "-D",
    cluster.folder,
    "-p",
    String(port),
    ...SETTINGS,
  ];
  const child = spawn(command, parameters, {
    ...as.identity,
    ...RUN_OPTIONS,
    // A session of its own: Ctrl+C is ours to handle, in order.
    detached: true,
    stdio: ["ignore", logTo, logTo],
  });
  const ended = new Promise<"ended">((done) =>
    child.once("exit", () => done("ended")).once("error", () => done("ended")),
  );
  const deadline = Date.now() + START_PATIENCE_MS;
  while (Date.now() < deadline) {
    if (await answers(urlOf(cluster, port, "postgres"))) return { pid: pidOf(child), port };
    if ((await Promise.race([ended, sleep(20)])) === "ended") return null;
  }
  child.kill("SIGQUIT");
  return null;
}

const SETTINGS = [
  ["listen_addresses", "127.0.0.1"],
  ["unix_socket_directories", ""],
  ["max_connections", "100"],
  ["shared_buffers", "128MB"],
  // Small rooms of containers have little /dev/shm.
  ["dynamic_shared_memory_type", "mmap"],
  ["jit", "off"],
  ["log_timezone", "UTC"],
  ["timezone", "UTC"],
].flatMap(([name, value]) => ["-c", `${name}=${value}`]);

function pidOf(child: ChildProcess): number {
  child.unref();
  return child.pid ?? 0;
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${MILLRACE}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function createDatabaseOnce(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [MILLRACE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${MILLRACE}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(address && typeof address === "object" ? address.port : 0));
    });
  });
}

async function lastWords(logFile: string): Promise<string> {
  const text = await readFile(logFile, "utf8").catch(() => "");
  return text.trim().split("\n").slice(-8).join("\n");
}
