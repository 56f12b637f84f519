import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openLog } from "@/server/log";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const CANARY = "CANARY-7f3a&b=c/d+e";

let service: Server;
/** How often it was sent the key as it is. */
let keysSeen = 0;
let test: TestApp;
let builder: Caller;
let administrator: Caller;
let logFolder: string;

/** A service that repeats the key wherever it can: in its status, headers, body and redirects. */
beforeAll(async () => {
  service = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://service");
    const key = request.headers["x-key"] ?? url.searchParams.get("key") ?? "";
    if (key === CANARY) keysSeen++;
    const status = Number(url.searchParams.get("status") ?? 200);
    const headers = { "content-type": "application/json", "x-echo": String(key) };
    if (url.pathname === "/redirect")
      response.writeHead(302, { ...headers, location: `/echo?was=${encodeURIComponent(String(key))}` }).end();
    else
      response
        .writeHead(status, headers)
        .end(JSON.stringify({ key, url: request.url, base64: Buffer.from(`x:${key}`).toString("base64") }));
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", () => resolve()));
  test = await createTestApp({}, { allow: [`127.0.0.1:${(service.address() as AddressInfo).port}`] });
  logFolder = await mkdtemp(join(tmpdir(), "millrace-canary-"));
  test.app.log = openLog(logFolder).log;
  builder = await createCaller(test, "builder");
  administrator = await createCaller(test, "administrator");
});
afterAll(async () => {
  await test.close();
  service.closeAllConnections();
  service.close();
  await rm(logFolder, { recursive: true });
});

it("keeps a key out of the database, the logs and every answer, whatever a service does with it", async () => {
  const { port } = service.address() as AddressInfo;
  const shared = { serviceKey: null, baseUrl: `http://127.0.0.1:${port}`, secret: CANARY };
  const inHeader = { kind: "api-key" as const, placement: "header" as const, parameter: "X-Key", prefix: "Key " };
  const inQuery = { kind: "api-key" as const, placement: "query" as const, parameter: "key" };
  await builder.api.connections.create({ ...shared, name: "In header", linkName: "in_header", auth: inHeader });
  await builder.api.connections.create({ ...shared, name: "In query", linkName: "in_query", auth: inQuery });

  const { id } = await builder.api.functions.create({ source: CALLER });
  const answers: unknown[] = [];
  for (const connection of ["in_header", "in_query"]) {
    for (const path of [
      "/echo",
      "/redirect",
      "/echo?status=400",
      "/echo?status=401",
      "/echo?status=503",
      "http://127.0.0.1:1/",
    ]) {
      const trial = await builder.api.functions.execute({ id, arguments: { connection, path } });
      answers.push(trial, await builder.api.executions.get({ id: trial.executionId }));
    }
  }
  const seenBefore = keysSeen;
  const variable = { name: "shopKey", kind: "secret" as const, value: CANARY };
  await administrator.api.variables.create(variable);
  const sender = await builder.api.functions.create({ source: SENDER });
  for (const path of ["/echo", "/echo?status=400"]) {
    const url = `http://127.0.0.1:${port}${path}`;
    const trial = await builder.api.functions.execute({ id: sender.id, arguments: { url } });
    answers.push(trial, await builder.api.executions.get({ id: trial.executionId }));
  }
  expect(keysSeen - seenBefore).toBe(2);
  expect(answers).toHaveLength(28);
  expect(JSON.stringify(answers)).toContain("•••");

  const connections = await builder.api.connections.list();
  for (const connection of connections) answers.push(await builder.api.connections.test({ id: connection.id }));
  answers.push(connections, await builder.api.automations.context());

  expect(leaksIn(JSON.stringify(answers))).toEqual([]);
  const dump = await dumpDatabase();
  expect(dump).toContain("In header");
  expect(leaksIn(dump)).toEqual([]);
  expect(leaksIn(await readFolder(logFolder))).toEqual([]);
});

const CALLER = `export async function call(connection: string, path: string) {
  const answer = await connections[connection].get(path);
  console.log("answer", answer);
  return answer;
}
`;

const SENDER = `export async function send(url: string) {
  const answer = await http.post(url, { key: variables.shopKey }, { headers: { "X-Key": variables.shopKey } });
  console.log("answer", answer);
  throw new Error("sent " + variables.shopKey);
}
`;

/** @returns the forms of the key that are found in a text. */
function leaksIn(text: string): string[] {
  const bytes = Buffer.from(CANARY);
  const forms = [
    CANARY,
    encodeURIComponent(CANARY),
    JSON.stringify(CANARY).slice(1, -1),
    bytes.toString("hex"),
    "CANARY",
  ];
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .slice(4, -4),
  );
  return [...forms, ...base64].filter((form) => text.includes(form));
}

/** Every row of every table, as PostgreSQL writes it in text, and what bytes hold. */
async function dumpDatabase(): Promise<string> {
  const { rows: tables } = await test.app.pool.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
  );
  expect(tables.length).toBeGreaterThan(10);
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await test.app.pool.query<{ text: string }>(`SELECT t::text AS text FROM ${name} AS t`);
    parts.push(...rows.map(({ text }) => text));
  }
  return parts.join("\n");
}

async function readFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), "latin1")));
  return texts.join("\n");
}
