import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectionForCall } from "@/server/connections/connection-for-call";
import { loadMasterKey } from "@/server/connections/load-master-key";
import { createSecretBox } from "@/server/connections/secret-box";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let service: Server;
let test: TestApp;
let builder: Caller;
let answerStatus = 200;
const asked: IncomingMessage[] = [];

beforeAll(async () => {
  service = createServer((request, response) => {
    asked.push(request);
    response.writeHead(answerStatus, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", () => resolve()));
  test = await createTestApp({}, { allow: [`127.0.0.1:${(service.address() as AddressInfo).port}`] });
  builder = await createCaller(test, "builder");
});
afterAll(async () => {
  await test.close();
  service.closeAllConnections();
  service.close();
});

const here = () => `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
const custom = (name: string, secret = "k-1234567890") => ({
  serviceKey: null,
  name,
  baseUrl: `${here()}/v1/`,
  auth: { kind: "api-key" as const, placement: "header" as const, parameter: "X-Key" },
  secret,
});

describe("connections", () => {
  it("shows everything of a connection but its key", async () => {
    const { id, linkName } = await builder.api.connections.create(custom("Éva's API"));
    expect(linkName).toBe("eva_s_api");
    const detail = await builder.api.connections.get({ id });
    expect(detail).toMatchObject({ name: "Éva's API", baseUrl: `${here()}/v1`, status: "connected", usedBy: [] });
    const list = await builder.api.connections.list();
    expect(JSON.stringify({ detail, list })).not.toContain("k-1234567890");
    await builder.api.connections.delete({ id });
    expect(await test.app.db.connectionSecret.count({ where: { connectionId: id } })).toBe(0);
  });

  it("gives the key to a call, and to its own origin alone", async () => {
    const { id, linkName } = await builder.api.connections.create(custom("Calls"));
    const connection = await connectionForCall(test.app, test.workspaceId, linkName);
    expect(connection).toMatchObject({ id, name: "Calls", secrets: ["k-1234567890"] });
    expect(connection.apply({ url: "/members", headers: {} })).toEqual({
      url: `${here()}/v1/members`,
      headers: { "X-Key": "k-1234567890" },
    });
    expect(() => connection.apply({ url: "https://evil.example/", headers: {} })).toThrow("CONNECTION_HOST_REFUSED");
    await expect(connectionForCall(test.app, test.workspaceId, "nobody")).rejects.toThrow("CONNECTION_MISSING");
  });

  it("takes the key away when the address moves to another origin", async () => {
    const { id, linkName } = await builder.api.connections.create(custom("Moves"));
    const samePlace = await builder.api.connections.update({ id, baseUrl: `${here()}/v2` });
    expect(samePlace).toEqual({ secretRemoved: false });
    const moved = await builder.api.connections.update({ id, baseUrl: "https://evil.example" });
    expect(moved).toEqual({ secretRemoved: true });
    expect((await builder.api.connections.get({ id })).status).toBe("no-secret");
    await expect(builder.api.connections.test({ id })).resolves.toMatchObject({
      outcome: "failed",
      error: { code: "CONNECTION_MISSING", params: { connection: "Moves" } },
    });
    await builder.api.connections.update({ id, baseUrl: here(), secret: "k-new" });
    expect((await builder.api.connections.test({ id })).outcome).toBe("works");
    expect(asked.at(-1)?.headers["x-key"]).toBe("k-new");
    expect((await connectionForCall(test.app, test.workspaceId, linkName)).secrets).toEqual(["k-new"]);
  });

  it("says that a key was refused, and that it works again", async () => {
    const { id } = await builder.api.connections.create(custom("Refused"));
    answerStatus = 401;
    expect(await builder.api.connections.test({ id })).toMatchObject({ outcome: "refused", status: 401 });
    expect((await builder.api.connections.get({ id })).status).toBe("refused");
    answerStatus = 200;
    expect(await builder.api.connections.test({ id })).toMatchObject({ outcome: "works" });
    expect(await builder.api.connections.get({ id })).toMatchObject({
      status: "connected",
      lastUsedAt: expect.any(Date),
    });
  });

  it("is tested ten times a minute at most", async () => {
    const { id } = await builder.api.connections.create(custom("Tried"));
    for (let tries = 0; tries < 10; tries++) await builder.api.connections.test({ id });
    await expect(builder.api.connections.test({ id })).rejects.toMatchObject({
      cause: { code: "TOO_MANY_REQUESTS", params: { seconds: expect.any(Number) } },
    });
    test.clock.advance(60_000);
    expect((await builder.api.connections.test({ id })).outcome).toBe("works");
  });

  it("refuses to delete what is used, with the list of who uses it", async () => {
    const { id } = await builder.api.connections.create({ ...custom("Used"), linkName: "used_api" });
    const source = 'export async function f() {\n  return (await connections.used_api.get("/")).body;\n}\n';
    const { id: functionId } = await builder.api.functions.create({ source });
    await expect(builder.api.connections.delete({ id })).rejects.toMatchObject({
      cause: { code: "IN_USE", params: { users: "f" }, details: { users: [{ kind: "function", id: functionId }] } },
    });
    await builder.api.functions.delete({ id: functionId });
    await builder.api.connections.delete({ id });
  });

  it.each([
    [{ baseUrl: "ftp://example.com" }, "HTTP_BAD_REQUEST"],
    [{ baseUrl: "https://user:pass@example.com" }, "HTTP_BAD_REQUEST"],
    [{ baseUrl: undefined }, "BAD_REQUEST"],
    [{ auth: undefined }, "BAD_REQUEST"],
    [{ serviceKey: "no-such-service" }, "NOT_FOUND"],
    [{ linkName: "calls" }, "CONFLICT"],
  ])("refuses %j", async (change, code) => {
    await expect(builder.api.connections.create({ ...custom("Bad"), ...change })).rejects.toThrow(code);
  });

  it("is for builders", async () => {
    const member = await createCaller(test, "member");
    await expect(member.api.connections.list()).rejects.toThrow("FORBIDDEN");
  });

  it("knows no connection of another workspace", async () => {
    const { id, linkName } = await builder.api.connections.create(custom("Ours"));
    const stranger = { ...builder.actor, workspaceId: "01900000-0000-7000-8000-000000000000" };
    await expect(connectionForCall(test.app, stranger.workspaceId, linkName)).rejects.toThrow("CONNECTION_MISSING");
    const { getConnection } = await import("@/server/connections/get-connection");
    await expect(getConnection(test.app, stranger, { id })).rejects.toThrow("NOT_FOUND");
  });
});

describe("the secret box", () => {
  const place = () => ({ workspaceId: test.workspaceId, table: "t", row: "r", field: "f" });

  it("opens a secret in its own place only", async () => {
    const { secretBox } = test.app;
    const sealed = await secretBox.seal(place(), "s3cret");
    expect(Buffer.from(sealed.ciphertext).toString("latin1")).not.toContain("s3cret");
    expect(await secretBox.open(place(), sealed)).toBe("s3cret");
    expect((await secretBox.seal(place(), "s3cret")).ciphertext).not.toEqual(sealed.ciphertext);
    for (const elsewhere of [{ table: "u" }, { row: "s" }, { field: "g" }]) {
      await expect(secretBox.open({ ...place(), ...elsewhere }, sealed)).rejects.toThrow();
    }
    const changed = Uint8Array.from(sealed.ciphertext);
    changed[changed.length - 1]! ^= 1;
    await expect(secretBox.open(place(), { ...sealed, ciphertext: changed })).rejects.toThrow();
  });

  it("refuses another master key at the start", async () => {
    const { db } = test.app;
    await test.app.secretBox.seal(place(), "x");
    await expect(createSecretBox({ db, masterKey: randomBytes(32) })).rejects.toThrow("another master key");
  });

  it("makes a master key once, for its owner's eyes, and never in place of one that is missing", async () => {
    const { db } = test.app;
    const dataFolder = await mkdtemp(join(tmpdir(), "millrace-key-"));
    try {
      await expect(loadMasterKey({ env: { masterKey: null, dataFolder }, db })).rejects.toThrow("is missing");
      const empty = { dataKey: { count: async () => 0 } } as unknown as typeof db;
      const made = await loadMasterKey({ env: { masterKey: null, dataFolder }, db: empty });
      expect(made).toHaveLength(32);
      expect((await stat(join(dataFolder, "master.key"))).mode & 0o777).toBe(0o600);
      expect(await readFile(join(dataFolder, "master.key"), "utf8")).toContain(made.toString("base64"));
      expect(await loadMasterKey({ env: { masterKey: null, dataFolder }, db })).toEqual(made);
    } finally {
      await rm(dataFolder, { recursive: true });
    }
  });
});
