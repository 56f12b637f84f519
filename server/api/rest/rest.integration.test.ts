import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import echo from "@/bench/workloads/echo/automation.json";
import { mutantOf } from "@/core/compiler/reference/mutant";
import { parseDocument } from "@/core/graph/parse-document";
import { writeDocument } from "@/core/graph/write-document";
import { createHttpServer } from "@/server/api/http/http-server";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { revokeApiKey } from "@/server/api-keys/revoke-api-key";
import type { Actor } from "@/server/app";
import { sampleDocuments } from "@/tests/fixtures/sample-documents";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const MANAGEMENT_KEY = "a-key-for-scripts-of-the-tests";

const MUTANTS = Number(process.env.REST_MUTANTS ?? 300);
const SEED = Number(process.env.RANDOM_SEED ?? 11);

const documents = sampleDocuments().map(({ graph }) => graph);

let millrace: TestApp;
let server: FastifyInstance;
let builder: Actor;

beforeAll(async () => {
  millrace = await createTestApp({ MILLRACE_API_KEY: MANAGEMENT_KEY });
  const probes = { database: async () => true, queue: async () => true, sandbox: async () => true };
  server = createHttpServer(millrace.app, { probes, pages: null, signal: new AbortController().signal });
  builder = { workspaceId: millrace.workspaceId, userId: null, name: "builder", role: "builder" };
});

afterAll(async () => {
  await server.close();
  await millrace.close();
});

/** Sends one request as a script would. */
async function call(method: "GET" | "POST" | "PATCH" | "DELETE" | "PUT", path: string, options: CallOptions = {}) {
  const { body, key = MANAGEMENT_KEY, headers = {} } = options;
  const answer = await server.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    payload: typeof body === "string" || body === undefined ? body : JSON.stringify(body),
  });
  return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
}

interface CallOptions {
  body?: unknown;
  key?: string | null;
  headers?: Record<string, string>;
}

const start = (config: object) => ({ id: "start", type: "api", name: "order", label: "Called", config });
const answer = (code: string) => ({
  id: "answer",
  type: "return",
  name: "answer",
  label: "Answer",
  config: { value: { kind: "expression", code } },
});

const automation = (name: string, nodes: object[]) => ({
  format: "millrace/automation",
  schemaVersion: 2,
  name,
  nodes,
  edges: nodes.slice(1).map((_, index) => ({
    from: (nodes[index] as { id: string }).id,
    handle: "then",
    to: (nodes[index + 1] as { id: string }).id,
  })),
  layout: {},
});

async function publish(document: object): Promise<string> {
  const { status, body } = await call("POST", "/automations?publish=true", { body: document });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.id;
}

describe("the document", () => {
  const read = async (id: string) =>
    server.inject({ url: `/api/v1/automations/${id}`, headers: { authorization: `Bearer ${MANAGEMENT_KEY}` } });

  test("is given as it is written, and imported and given again as the same bytes", async () => {
    const document = automation("Round trip", [
      start({ arguments: [{ type: "text", name: "who", required: true }], apiName: "round_trip" }),
      answer("order.who"),
    ]);
    const { body } = await call("POST", "/automations", { body: document });
    const text = (await read(body.id)).body;
    expect(text).toBe(writeDocument(parseDocument(document).document!));
    expect((await call("POST", "/automations", { body: text })).body.id).toBe(body.id);
    expect((await read(body.id)).body).toBe(text);
  });

  test("is found by nobody without a management key, or under another id", async () => {
    expect((await call("GET", `/automations/${randomUUID()}`, { key: null })).status).toBe(401);
    expect(await call("GET", `/automations/${randomUUID()}`)).toMatchObject({
      status: 404,
      body: { code: "NOT_FOUND" },
    });
    expect((await call("GET", "/automations/7")).status).toBe(400);
  });

  test("has a schema that anybody may read: the one of the documentation", async () => {
    const { statusCode, headers, body } = await server.inject({ url: "/api/v1/automation.schema.json" });
    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toContain("application/schema+json");
    expect(body).toBe(readFileSync("docs/automation.schema.json", "utf8"));
  });

  test(`sent damaged in any way is answered, and never with a failure of ours (RANDOM_SEED=${SEED})`, async () => {
    const statuses = new Map<number, number>();
    for (let index = 0; index < MUTANTS; index += 1) {
      const { status, body } = await call("POST", "/automations?publish=true", {
        body: mutantOf(documents, SEED + index),
      });
      expect(status, `RANDOM_SEED=${SEED + index}: ${JSON.stringify(body)}`).toBeLessThan(500);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    for (const status of [200, 400, 422]) expect(statuses.get(status), `${status}`).toBeGreaterThan(0);
  }, 120_000);
});

describe("automations", () => {
  test("an imported automation answers its caller, and its history is there before the answer", async () => {
    const id = await publish(echo);
    const sent = { id: 42, tags: ["a"], nested: { deep: [1, null, "ü"] } };

    const ran = await call("POST", `/automations/${id}/execute`, { body: sent });

    expect(ran.status).toBe(200);
    expect(ran.body).toMatchObject({ code: "success", details: { output: sent } });
    const { executionId } = ran.body.details;
    const listed = await call("GET", `/executions?automation=${id}&status=succeeded`);
    expect(listed.body.executions.map((execution: { id: string }) => execution.id)).toContain(executionId);
    const detail = await call("GET", `/executions/${executionId}`);
    expect(detail.body.steps.map((step: { nodeId: string }) => step.nodeId)).toEqual(["start", "answer"]);
  });

  test("a document of the same name becomes the new draft and version of the same automation", async () => {
    const first = await publish(automation("Twice", [start({ apiName: "twice", arguments: [] }), answer("1")]));
    const second = await publish(automation("Twice", [start({ apiName: "twice", arguments: [] }), answer("2")]));

    expect(second).toBe(first);
    expect((await call("POST", `/automations/${first}/execute`, { body: {} })).body.details.output).toBe(2);
  });

  test("what cannot be published is kept as a draft and says why", async () => {
    const document = automation("Broken", [start({ apiName: "broken", arguments: [] }), answer("nowhere.to.be")]);

    const refused = await call("POST", "/automations?publish=true", { body: document });

    expect(refused.status).toBe(422);
    expect(refused.body.diagnostics).toContainEqual(
      expect.objectContaining({ code: "UNKNOWN_NAME", nodeId: "answer" }),
    );
    expect((await call("POST", `/automations/${refused.body.id}/execute`, { body: {} })).body.code).toBe("NOT_LIVE");
  });

  test("arguments are checked against what the automation declares, with the name that was meant", async () => {
    const parameters = [
      { name: "Last_Name", type: "text", required: true },
      { name: "Amount", type: "number", required: false, default: 7 },
    ];
    const id = await publish(
      automation("Declared", [start({ apiName: "declared", arguments: parameters }), answer("order.Amount")]),
    );

    const right = await call("POST", `/automations/${id}/execute`, { body: { Last_Name: "Rossi" } });
    const wrong = await call("POST", `/automations/${id}/execute`, { body: { LastName: "Rossi", Amount: "7" } });

    expect(right.body.details.output).toBe(7);
    expect(wrong.status).toBe(400);
    expect(wrong.body.details).toEqual([
      { argument: "LastName", reason: "unknown", expected: "Last_Name" },
      { argument: "Last_Name", reason: "missing", expected: "text" },
      { argument: "Amount", reason: "wrong-type", expected: "number" },
    ]);
  });
});

describe("functions", () => {
  const twice = (factor: number) =>
    `export function times(amount: number): number {\n  return amount * ${factor};\n}\n`;

  test("saving one publishes it, unless it says draft; the same code makes no other version", async () => {
    const first = await call("POST", "/functions", { body: { source: twice(2), description: "Doubles" } });
    expect(first).toMatchObject({ status: 200, body: { name: "times", version: 1 } });
    const { id } = first.body;
    const draft = await call("POST", "/functions", { body: { source: twice(3), draft: true } });
    expect(draft.body).toEqual({ id, name: "times", version: 1 });
    const published = await call("POST", "/functions", { body: { source: twice(3), note: "Thrice" } });
    expect(published.body).toEqual({ id, name: "times", version: 2 });
    const again = await call("POST", "/functions", { body: { source: twice(3) } });
    expect(again.body).toEqual({ id, name: "times", version: 2 });
  });

  test.each([
    [{ source: "export function half(" }, 422, "FUNCTION_INVALID"],
    [{ source: "export function half(", draft: true }, 422, "FUNCTION_INVALID"],
    [{ source: "" }, 400, "BAD_REQUEST"],
    [{ source: 7 }, 400, "BAD_REQUEST"],
    [{ source: twice(1), version: 3 }, 400, "BAD_REQUEST"],
    [null, 400, "BAD_REQUEST"],
  ])("%j is refused with a code and a sentence", async (body, status, code) => {
    const answer = await call("POST", "/functions", { body });
    expect(answer).toMatchObject({ status, body: { code, message: expect.stringMatching(/\S/) } });
  });
});

describe("keys", () => {
  test("a key made on an automation's page calls that automation, no other, and nothing after it is revoked", async () => {
    const own = await publish(automation("Mine", [start({ apiName: "mine", arguments: [] }), answer("'mine'")]));
    await publish(automation("Other", [start({ apiName: "other", arguments: [] }), answer("'other'")]));
    const made = await createApiKey(millrace.app, builder, { automationId: own, name: "the form" });
    const { key } = made;

    expect((await call("POST", "/functions/mine/execute", { key, body: {} })).body.details.output).toBe("mine");
    expect((await call("POST", "/functions/other/execute", { key, body: {} })).status).toBe(404);
    expect((await call("GET", "/executions", { key })).status).toBe(403);

    await revokeApiKey(millrace.app, builder, { id: made.id });
    await expect.poll(async () => (await call("POST", "/functions/mine/execute", { key, body: {} })).status).toBe(401);
  });
});

describe("records", () => {
  test("are made, read, changed, found and deleted", async () => {
    const path = "/modules/Leads/records";
    const made = await call("POST", path, { body: { Last_Name: "Lovelace", Email: "ada@example.org" } });
    expect(made.status).toBe(201);
    const { id } = made.body;

    const changed = await call("PATCH", `${path}/${id}`, { body: { First_Name: "Ada" } });
    const found = await call("GET", `${path}?search=lovelace`);

    expect(changed.body).toMatchObject({ id, First_Name: "Ada", Last_Name: "Lovelace" });
    expect(found.body.records.map((record: { id: string }) => record.id)).toEqual([id]);
    expect((await call("DELETE", `${path}/${id}`)).status).toBe(204);
    expect((await call("GET", `${path}/${id}`)).status).toBe(404);
  });
});

describe("hostile requests", () => {
  const deep = "[".repeat(5_000) + "]".repeat(5_000);
  const unknownId = "00000000-0000-7000-8000-000000000000";
  const refusals: [
    what: string,
    status: number,
    method: "GET" | "POST" | "PATCH" | "PUT",
    path: string,
    options: CallOptions,
  ][] = [
    ["no key", 401, "GET", "/executions", { key: null }],
    ["a key that is none", 401, "GET", "/executions", { key: "mr_nothing" }],
    ["another scheme", 401, "GET", "/executions", { key: null, headers: { authorization: "Basic eDp5" } }],
    ["an unknown address", 404, "GET", "/nowhere", {}],
    ["an unknown function", 404, "POST", "/functions/nothing/execute", { body: {} }],
    ["a function that is read", 405, "GET", "/functions/nothing/execute", {}],
    ["an unknown automation", 404, "POST", `/automations/${unknownId}/execute`, { body: {} }],
    ["an id that is none", 400, "POST", "/automations/1%00/execute", { body: {} }],
    ["an unknown execution", 404, "GET", `/executions/${unknownId}`, {}],
    ["an unknown module", 404, "GET", "/modules/Nothings/records", {}],
    ["a module named like an object's own", 404, "GET", "/modules/__proto__/records", {}],
    ["an unknown query parameter", 400, "GET", "/executions?order=asc", {}],
    ["a cursor that is none", 400, "GET", "/executions?cursor=abc", {}],
    ["a body cut short", 400, "POST", "/automations", { body: '{"name":' }],
    ["a body that is no JSON", 400, "POST", "/automations", { body: "<xml/>" }],
    ["no body", 400, "POST", "/automations", {}],
    ["a document that is a text", 400, "POST", "/automations", { body: '"document"' }],
    ["a document of another format", 400, "POST", "/automations", { body: { format: "else" } }],
    ["NUL in a text", 400, "POST", "/modules/Leads/records", { body: '{"Last_Name":"\\u0000"}' }],
    ["half a surrogate pair", 400, "POST", "/modules/Leads/records", { body: '{"Last_Name":"\\ud800"}' }],
    ["nesting without end", 400, "POST", "/modules/Leads/records", { body: deep }],
    ["an object for a text", 400, "POST", "/modules/Leads/records", { body: { Last_Name: {} } }],
    ["a field that does not exist", 400, "POST", "/modules/Leads/records", { body: { Last_Name: "x", LastName: "y" } }],
    ["a form", 415, "POST", "/modules/Leads/records", { body: "a=b", headers: { "content-type": "text/plain" } }],
    ["a body over the limit", 413, "POST", "/automations", { body: `"${"x".repeat(1_100_000)}"` }],
  ];

  test.each(refusals)("%s is refused with %i", async (_what, status, method, path, options) => {
    const refused = await call(method, path, options);

    expect(refused.status, JSON.stringify(refused.body)).toBe(status);
    expect(refused.body).toEqual({
      code: expect.stringMatching(/^[A-Z_]+$/),
      message: expect.stringMatching(/\S/),
      details: expect.anything(),
    });
    expect(JSON.stringify(refused.body)).not.toMatch(/\bat .*\.(ts|js|mjs):\d+/);
  });
});

describe("what no honest caller sends", () => {
  const cursor = (value: object) => encodeURIComponent(Buffer.from(JSON.stringify(value)).toString("base64url"));
  const id = "00000000-0000-7000-8000-000000000000";

  test.each([
    ["GET", "/modules/Leads/records?search=%00", 400],
    ["GET", "/modules/%00/records", 400],
    ["POST", "/functions/a%00b/execute", 400],
    ["GET", `/modules/Leads/records?cursor=${cursor({ sort: "Leads/createdAt/descending", key: "soon", id })}`, 400],
    ["GET", `/modules/Leads/records?cursor=${cursor({ sort: "Leads/createdAt/descending", key: "", id })}`, 400],
    ["GET", `/executions?cursor=_${"-".repeat(36)}`, 400],
    ["GET", `/executions?cursor=999999999999999_${id}`, 200],
    ["GET", "/executions?limit=1e9", 400],
    ["GET", "/modules/Leads/records?%zz=1", 400],
    ["GET", "/modules/%zz/records", 400],
    ["GET", "/modules/__proto__/records", 404],
    ["GET", "/modules/Leads/records?__proto__=1", 400],
  ] as const)("%s %s is answered with %i", async (method, path, status) => {
    expect(await call(method, path)).toMatchObject({ status });
  });

  test.each([
    ["/modules/Leads/records", '{"__proto__":{"Last_Name":"Mine"}}'],
    ["/modules/Leads/records", '{"constructor":"x"}'],
    ["/modules/Leads/records", `{"Last_Name":${"[".repeat(500_000)}`],
    ["/modules/Leads/records", `{"Last_Name":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
    ["/modules/Leads/records", '{"Last_Name":"\\ud800"}'],
    ["/modules/Leads/records", '{"Last_Name":1e999}'],
    ["/automations", `${"[".repeat(1_000)}${"]".repeat(1_000)}`],
    ["/automations", '{"format":"millrace/automation","schemaVersion":-1}'],
    [
      "/automations",
      '{"format":"millrace/automation","schemaVersion":2,"name":"x","nodes":[],"edges":[],"__proto__":{}}',
    ],
  ])("a body for %s that would reach behind its schema is refused, or does nothing (%#)", async (path, body) => {
    const { status } = await call("POST", path, { body });
    expect(status).toBeLessThan(500);
    expect(({} as Record<string, unknown>).Last_Name).toBeUndefined();
  });

  test.each([
    ["a port that is none", "/api/auth/get-session", { host: "localhost:99999" }],
    ["a broken port", "/api/auth/get-session", { host: "localhost:x" }],
    ["a path that is no path", "/api/auth//get-session", { host: "localhost:3000" }],
    ["a broken cookie", "/api/trpc/users.me", { host: "localhost:3000", cookie: "millrace.session_token=%zz.%00" }],
    ["a forged cookie", "/api/trpc/users.me", { host: "localhost:3000", cookie: "millrace.session_token=a.b" }],
    ["no procedure", "/api/trpc/__proto__.x", { host: "localhost:3000" }],
    ["input given twice", "/api/trpc/users.me?input=1&input=2", { host: "localhost:3000" }],
    ["input that is no JSON", "/api/trpc/users.me?input=%zz", { host: "localhost:3000" }],
    [
      "types that are none",
      `/api/trpc/users.setUpState?input=${encodeURIComponent('{"json":{"a":"x"},"meta":{"values":{"a":[["custom","x"]],"b.c":["Date"]}}}')}`,
      { host: "localhost:3000" },
    ],
    [
      "a prototype among the types",
      `/api/trpc/users.setUpState?input=${encodeURIComponent('{"json":{"a":"x"},"meta":{"values":{"__proto__.x":["Date"]},"referentialEqualities":{"a":["__proto__.y"]}}}')}`,
      { host: "localhost:3000" },
    ],
  ])("%s is not a fault of ours", async (_what, url, headers) => {
    const { statusCode } = await server.inject({ method: "GET", url, headers });
    expect(statusCode).toBeLessThan(500);
    expect(({} as Record<string, unknown>).y).toBeUndefined();
  });
});
