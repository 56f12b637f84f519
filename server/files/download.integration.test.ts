import type { FastifyInstance } from "fastify";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { FileValue } from "@/core/compiler/abi";
import { ROLES, type Role } from "@/core/users/roles";
import { createHttpServer } from "@/server/api/http/http-server";
import { execute } from "@/server/runtime/execute";
import { addPerson } from "@/server/users/add-person";
import { hashPassword } from "@/server/users/hash-password";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const PASSWORD = "correct horse battery";
const HOST = "localhost:3000";

let test: TestApp;
let server: FastifyInstance;
const people = new Map<string, { id: string; cookie: string }>();

beforeAll(async () => {
  test = await createTestApp();
  const probes = { database: async () => true, queue: async () => true, sandbox: async () => true };
  server = createHttpServer(test.app, { probes, pages: null, signal: new AbortController().signal });
  for (const role of ROLES) people.set(role, await signIn(role, test.workspaceId));
  const theirs = uuidv7();
  await test.app.db.workspace.create({ data: { id: theirs, name: "Theirs", timeZone: "UTC" } });
  people.set("administrator of another workspace", await signIn("administrator", theirs));
});
afterAll(async () => {
  await server.close();
  await test.close();
});

async function signIn(role: Role, workspaceId: string): Promise<{ id: string; cookie: string }> {
  const { app } = test;
  const email = `${role}-${workspaceId}@example.com`;
  const passwordHash = await hashPassword(app, PASSWORD);
  const id = await app.db.$transaction((tx) => addPerson(tx, { name: role, email, passwordHash, workspaceId, role }));
  const answer = await server.inject({
    method: "POST",
    url: "/api/auth/sign-in/email",
    headers: { host: HOST, origin: `http://${HOST}`, "content-type": "application/json" },
    payload: JSON.stringify({ email, password: PASSWORD }),
  });
  expect(answer.statusCode).toBe(200);
  return { id, cookie: answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ") };
}

const download = (id: string, person?: string) =>
  server.inject({
    method: "GET",
    url: `/files/${id}`,
    headers: { host: HOST, ...(person ? { cookie: people.get(person)?.cookie } : {}) },
  });

/** Makes a file in an execution that somebody started. */
async function makeFile(startedBy: string, name: string, content: string, type: string): Promise<FileValue> {
  const version = handWritten(`const a = await run.code("a", ($s) => null, ($s) => () =>
    $s.files.create(${JSON.stringify(name)}, ${JSON.stringify(content)}, ${JSON.stringify(type)}));
    return run.return("b", ($s) => a);`);
  const startedById = people.get(startedBy)?.id;
  return (await execute(test.app, pressed(test.workspaceId, version, { startedById }))).output as unknown as FileValue;
}

it.each([
  ["administrator", "administrator", 200],
  ["builder", "administrator", 200],
  ["builder", "member", 200],
  ["member", "member", 200],
  ["member", "administrator", 404],
  ["administrator of another workspace", "member", 404],
  [undefined, "member", 401],
])("%s, downloading a file of a run that a %s started: %i", async (person, startedBy, status) => {
  const { file } = await makeFile(startedBy, "list.csv", "a,b\n", "text/csv");
  const answer = await download(file, person);
  expect(answer.statusCode).toBe(status);
  expect(answer.body === "a,b\n").toBe(status === 200);
});

it("is saved under its name and never shown as a page of ours", async () => {
  const page = "<script>alert(1)</script>";
  const { file } = await makeFile("member", 'Größe "1".html', page, "text/html");
  const { headers, body } = await download(file, "member");
  expect(body).toBe(page);
  expect(headers).toMatchObject({
    "content-type": "text/html",
    "content-disposition": `attachment; filename="Gr__e 1.html"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%201.html`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-store",
  });
});

it.each(["nothing", uuidv7(), "%00", "..%2Fapi%2Fhealth"])("there is no file %s", async (id) => {
  const answer = await download(id, "administrator");
  expect(answer.statusCode).toBe(404);
});
