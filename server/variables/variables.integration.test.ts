import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { limitsFor } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";
import { compileContext } from "@/server/automations/compile-context";
import { execute } from "@/server/runtime/execute";
import type { EffectContext } from "@/server/runtime/host/effect";
import { prepareEffect } from "@/server/runtime/host/prepare-effect";
import { executionVariables } from "@/server/variables/execution-variables";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const CANARY = 'CANARY-9c1b&b=c/d+e"\\f';

let service: Server;
let test: TestApp;
let builder: Caller;
let administrator: Caller;
const received: { url: string; headers: IncomingHttpHeaders; body: string }[] = [];

/** A service that repeats what it was sent. */
beforeAll(async () => {
  service = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString();
      received.push({ url: request.url ?? "", headers: request.headers, body });
      const status = request.url?.includes("fail") ? 400 : 200;
      response.writeHead(status, { "content-type": "application/json", "x-echo": "none" });
      response.end(JSON.stringify({ message: `got ${request.headers["x-key"]}`, url: request.url, body }));
    });
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", () => resolve()));
  test = await createTestApp({}, { allow: [`127.0.0.1:${(service.address() as AddressInfo).port}`] });
  builder = await createCaller(test, "builder");
  administrator = await createCaller(test, "administrator");
});
afterAll(async () => {
  await test.close();
  service.closeAllConnections();
  service.close();
});

describe("variables", () => {
  it("are added, changed and deleted by builders, and known to the compiler by name and kind", async () => {
    const { id } = await builder.api.variables.create({ name: "shopUrl", kind: "plain", value: "https://one.example" });
    await builder.api.variables.update({ id, name: "shopUrl", kind: "plain", value: "https://two.example" });
    expect(await builder.api.variables.list()).toMatchObject([{ name: "shopUrl", value: "https://two.example" }]);
    expect((await compileContext(test.app, builder.actor)).variables).toEqual([{ name: "shopUrl", kind: "plain" }]);
    const twice = builder.api.variables.create({ name: "shopUrl", kind: "plain", value: "x" });
    await expect(twice).rejects.toThrow("CONFLICT");
    await builder.api.variables.delete({ id });
    expect(await builder.api.variables.list()).toEqual([]);
  });

  it("say where they are used, and stay while they are", async () => {
    const { id } = await builder.api.variables.create({ name: "greeting", kind: "plain", value: "Hello" });
    const source = "export function greet(): string {\n  return variables.greeting;\n}\n";
    await test.app.db.function.create({
      data: {
        ...{ id: test.workspaceId, workspaceId: test.workspaceId, name: "greet", source },
        ...{ signature: { parameters: [], returnType: "string" }, createdById: "o", updatedById: "o" },
      },
    });
    expect(await builder.api.variables.list()).toMatchObject([{ usedIn: [{ kind: "function", name: "greet" }] }]);
    await expect(builder.api.variables.delete({ id })).rejects.toThrow("IN_USE");
    await expect(builder.api.variables.update({ id, name: "hello", kind: "plain" })).rejects.toThrow("IN_USE");
    await builder.api.variables.update({ id, name: "greeting", kind: "plain", value: "Hi" });
    await test.app.db.function.deleteMany({});
    await builder.api.variables.delete({ id });
  });

  it("that are secret are an administrator's to save, are never given back, and never become plain", async () => {
    const create = (caller: Caller) => caller.api.variables.create({ name: "shopKey", kind: "secret", value: CANARY });
    await expect(create(builder)).rejects.toThrow("FORBIDDEN");
    const tooShort = administrator.api.variables.create({ name: "shopKey", kind: "secret", value: "abc" });
    await expect(tooShort).rejects.toThrow("BAD_REQUEST");
    const { id } = await create(administrator);
    await expect(builder.api.variables.delete({ id })).rejects.toThrow("FORBIDDEN");
    await administrator.api.variables.update({ id, name: "shopKey", kind: "plain", description: "the shop's" });
    expect(await administrator.api.variables.list()).toMatchObject([{ name: "shopKey", kind: "secret", value: null }]);
  });
});

describe("a secret variable", () => {
  it("is in the call that is sent, and nowhere else", async () => {
    const executionId = test.workspaceId;
    const { shown, secrets } = await executionVariables(test.app, { workspaceId: test.workspaceId, executionId });
    const key = shown.shopKey ?? "";
    expect(key).not.toContain("CANARY");
    const context = { ...CONTEXT, app: test.app, workspaceId: test.workspaceId, executionId, secretVariables: secrets };
    const { port } = service.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    const left: unknown[] = [];
    const send = async (request: Json) => {
      const effect = { nodeId: "a", path: "", attempt: 1, ordinal: 0, kind: "call" as const, request };
      const prepared = await prepareEffect(context as EffectContext, effect, "key");
      if (prepared.perform.where !== "outside") throw new Error("a call is made outside");
      left.push(prepared.target, prepared.request, await prepared.perform.run(new AbortController().signal));
    };

    await send({
      method: "POST",
      url: `${url}/${key}?a=${key}`,
      query: { b: key },
      headers: { "X-Key": `Key ${key}` },
      body: { deep: [key] },
    });
    const form = { "Content-Type": "application/x-www-form-urlencoded" };
    await send({ method: "POST", url: `${url}/fail`, headers: { ...form, "X-Key": key }, body: `key=${key}` });

    const json = { "Content-Type": "application/json" };
    await send({ method: "POST", url, headers: { ...json, "X-Key": "none" }, body: `{"key":"${key}"}` });

    const encoded = encodeURIComponent(CANARY);
    expect(received[0]?.url).toBe(
      `/${encoded}?a=${encoded}&b=${new URLSearchParams([["", CANARY]]).toString().slice(1)}`,
    );
    expect(received[0]?.headers["x-key"]).toBe(`Key ${CANARY}`);
    expect(JSON.parse(received[0]?.body ?? "")).toEqual({ deep: [CANARY] });
    expect(received[1]?.body).toBe(`key=${encoded}`);
    expect(JSON.parse(received[2]?.body ?? "")).toEqual({ key: CANARY });
    expect(JSON.stringify(left)).toContain("•••");
    expect(JSON.stringify(left)).not.toContain("CANARY");
  });

  it("is a stand-in in the run's own row, another one in each run", async () => {
    const one = await execute(test.app, pressed(test.workspaceId, handWritten("return 1;")));
    const other = await execute(test.app, pressed(test.workspaceId, handWritten("return 1;")));
    const { rows } = await test.app.pool.query("SELECT variables FROM execution WHERE id = ANY($1::uuid[])", [
      [one.executionId, other.executionId],
    ]);
    const shown = rows.map(({ variables }) => variables.shopKey);
    expect(shown).toEqual([expect.stringMatching(/^__secret_shopKey_[0-9a-f]{24}__$/), expect.any(String)]);
    expect(new Set(shown).size).toBe(2);
  });

  it("lies sealed in the database", async () => {
    const { rows } = await test.app.pool.query("SELECT v::text AS text FROM variable v");
    expect(rows).toHaveLength(1);
    expect(rows[0].text).not.toContain("CANARY");
    expect(rows[0].text).not.toContain(Buffer.from(CANARY).toString("hex"));
  });
});

const CONTEXT: Omit<EffectContext, "app" | "workspaceId" | "executionId" | "secretVariables"> = {
  ...{ mode: "live", automationName: "", runsAsId: null, depth: 0 },
  checkRights: async () => {},
  limits: limitsFor("button"),
  takeQuota: async () => {},
  remainingMs: () => 10_000,
  traceparentOf: () => null,
  whileWaiting: (work) => work,
  countNestedCall: () => true,
  startNested: () => Promise.reject(new Error("no automation is called here")),
};
