import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbeddedPostgres } from "@/server/database/embedded/embedded";
import { livePostmaster } from "@/server/database/embedded/postmaster";

const log = pino({ level: "silent" });
let dataFolder: string;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "millrace-embedded-"));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("what was written is there after a stop and a start, and nothing runs in between", async () => {
  const first = await startEmbeddedPostgres({ dataFolder, log });
  await ask(first.url, "CREATE TABLE kept AS SELECT 1 AS value");
  await first.stop();
  const between = livePostmaster(join(dataFolder, "postgres"));

  const second = await startEmbeddedPostgres({ dataFolder, log });
  const rows = await ask(second.url, "SELECT value FROM kept");
  await second.stop();

  expect(between).toBeNull();
  expect(rows).toEqual([{ value: 1 }]);
});

test("it is reached with its password alone, which nobody else may read", async () => {
  const server = await startEmbeddedPostgres({ dataFolder, log });
  const guess = new URL(server.url);
  guess.password = "guess";

  await expect(ask(guess.href, "SELECT 1")).rejects.toThrow("password authentication failed");
  expect((await stat(join(dataFolder, "postgres-password"))).mode & 0o777).toBe(0o600);

  await server.stop();
});

test("a second start on the same folder ends with a sentence and leaves the first alone", async () => {
  const server = await startEmbeddedPostgres({ dataFolder, log });

  await expect(startEmbeddedPostgres({ dataFolder, log })).rejects.toThrow("Millrace is already running");

  expect(await ask(server.url, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
  await server.stop();
});

test("a server that outlived its process is taken over, and stopped like any other", async () => {
  const left = await startEmbeddedPostgres({ dataFolder, log });
  const before = livePostmaster(join(dataFolder, "postgres"));
  // What is left of a killed process: its server, and a lock that ended with its connection.
  await ask(
    left.url,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'millrace holder%'",
  );

  const taken = await startEmbeddedPostgres({ dataFolder, log });
  const after = livePostmaster(join(dataFolder, "postgres"));
  await taken.stop();

  expect(after).toEqual(before);
  expect(livePostmaster(join(dataFolder, "postgres"))).toBeNull();
});
