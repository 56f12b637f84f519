import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileValue } from "@/core/compiler/abi";
import { LIMITS } from "@/core/execution/limits";
import { pruneFiles } from "@/server/files/prune-files";
import { execute } from "@/server/runtime/execute";
import { createCaller } from "@/tests/fixtures/caller";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const PICTURE = randomBytes(40_000);
const DAY = 24 * 3_600_000;
const KEY = "canary-key-4711";

/** What the service was sent last. */
let received: { type: string; bytes: Buffer };
let service: Server;
let test: TestApp;
let origin: string;

beforeAll(async () => {
  service = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received = { type: request.headers["content-type"] ?? "", bytes: Buffer.concat(chunks) };
    const [status, headers, body] = ANSWERS[new URL(request.url ?? "/", origin).pathname]!(request.headers);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", () => resolve()));
  const host = `127.0.0.1:${(service.address() as AddressInfo).port}`;
  origin = `http://${host}`;
  test = await createTestApp({}, { allow: [host] });
});
afterAll(async () => {
  await test.close();
  service.closeAllConnections();
  service.close();
});

type Answer = [status: number, headers: Record<string, string>, body: Buffer | string];
const json = { "content-type": "application/json" };
const ANSWERS: Record<string, (headers: Record<string, unknown>) => Answer> = {
  "/pictures/logo.png": () => [200, { "content-type": "image/png" }, PICTURE],
  "/invoice": () => [
    200,
    {
      "content-type": "application/pdf",
      "content-disposition": "attachment; filename*=UTF-8''..%2FRechnung%20M%C3%A4rz.pdf",
    },
    PICTURE,
  ],
  "/book": () => [200, { "content-type": "text/plain" }, "é".repeat(LIMITS.httpTextBytes / 2 + 1)],
  "/page": () => [200, { "content-type": "text/plain" }, "x".repeat(LIMITS.httpTextBytes)],
  "/list": () => [200, json, JSON.stringify(Array.from({ length: 30 }, () => "z".repeat(80_000)))],
  "/long-list": () => [200, json, JSON.stringify("y".repeat(LIMITS.outputBytes))],
  "/short": () => [200, { ...json, "content-disposition": 'attachment; filename="data.json"' }, '{"n":1}'],
  "/refusal": () => [422, json, '{"message":"no such customer"}'],
  "/broken-picture": () => [404, { "content-type": "image/png" }, PICTURE],
  "/echo": ({ "x-key": key }) => [200, { "content-type": "application/pdf" }, `%PDF key ${String(key)} end`],
  "/upload": () => [200, json, "{}"],
};

const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;
const run = (body: string, workspaceId = test.workspaceId) =>
  execute(test.app, pressed(workspaceId, handWritten(body)));
const runCode = (lines: string) =>
  run(`const a = await run.code("a", ($s) => null, ($s) => async () => { const { http, files, connections, console } = $s; ${lines} });
    return run.return("b", ($s) => a);`);
const get = (path: string, more = "") => run(`${callOf(path, more)} return run.return("b", ($s) => a);`);
const callOf = (path: string, more = "") =>
  `const a = await run.call("a", ($s) => ({ method: "GET", url: "${origin}${path}", ${more} }));\n`;
const contentOf = async (file: unknown): Promise<Buffer> =>
  (await rowsOf("SELECT content FROM stored_file WHERE id = $1", (file as FileValue).file))[0].content;

describe("an answer", () => {
  it("that is no text becomes a file, byte for byte; the journal holds its handle alone", async () => {
    const { output, executionId } = await get("/pictures/logo.png");
    expect(output).toEqual({ file: expect.any(String), name: "logo.png", type: "image/png", size: PICTURE.length });
    expect(await contentOf(output)).toEqual(PICTURE);
    const [effect] = await rowsOf("SELECT result FROM execution_effect WHERE execution_id = $1", executionId);
    expect(effect.result).toMatchObject({ status: 200, body: output });
    expect(await rowsOf("SELECT execution_id FROM stored_file WHERE execution_id = $1", executionId)).toHaveLength(1);
  });

  it("is called what the service calls it, without folders", async () => {
    expect((await get("/invoice")).output).toMatchObject({ name: "Rechnung März.pdf", type: "application/pdf" });
  });

  it("of more text than people read becomes a file, a page's does not", async () => {
    expect((await get("/page")).output).toBe("x".repeat(LIMITS.httpTextBytes));
    const { output } = await get("/book");
    expect(output).toMatchObject({ name: "book.txt", type: "text/plain", size: LIMITS.httpTextBytes + 2 });
  });

  it("of JSON stays a value as long as a step may give it", async () => {
    expect((await get("/list")).output).toHaveLength(30);
    expect((await get("/long-list")).output).toMatchObject({ name: "long-list.json", type: "application/json" });
  });

  it("is a file where that was asked for, whatever it holds", async () => {
    const { output } = await get("/short", "asFile: true");
    expect(output).toMatchObject({ name: "data.json", size: 7 });
    expect((await contentOf(output)).toString()).toBe('{"n":1}');
  });

  it("that is a failure is read, not saved, unless the step handles errors", async () => {
    const { error } = await get("/refusal", "asFile: true");
    expect(error).toMatchObject({
      code: "HTTP_STATUS",
      message: "no such customer",
      body: { message: expect.any(String) },
    });
    const handled = await get("/refusal", "asFile: true, handlesErrors: true");
    expect(handled.output).toMatchObject({ status: 422, body: { type: "application/json", size: 30 } });
  });

  it("that is a failure and a picture has no words of its own", async () => {
    const { error } = await get("/broken-picture");
    expect(error).toMatchObject({ code: "HTTP_STATUS", message: "", body: { type: "image/png" } });
    expect(await contentOf(error?.body)).toEqual(PICTURE);
  });
});

describe("a file as the body of a call", () => {
  it("is sent byte for byte under its type", async () => {
    const { status, executionId } = await run(`${callOf("/pictures/logo.png")}
      await run.call("c", ($s) => ({ method: "PUT", url: "${origin}/upload", body: a }));`);
    expect(status).toBe("succeeded");
    expect(received).toEqual({ type: "image/png", bytes: PICTURE });
    const [sent] = await rowsOf(
      "SELECT request FROM execution_effect WHERE execution_id = $1 AND node_id = 'node-c'",
      executionId,
    );
    expect(sent.request.body).toMatchObject({ name: "logo.png", size: PICTURE.length });
  });

  it("is what it is, whatever the handle claims", async () => {
    const { status } = await runCode(`const { body } = await http.get("${origin}/pictures/logo.png");
      await http.post("${origin}/upload", { ...body, type: "text/html", name: "x.html", size: 1 });`);
    expect(status).toBe("succeeded");
    expect(received).toEqual({ type: "image/png", bytes: PICTURE });
  });

  it("is refused when there is none of this id, or it is another workspace's", async () => {
    const { output } = await get("/pictures/logo.png");
    const theirs = uuidv7();
    await test.app.db.workspace.create({ data: { id: theirs, name: "Theirs", timeZone: "UTC" } });
    const send = (handle: unknown) => `
      await run.call("a", ($s) => ({ method: "POST", url: "${origin}/upload", body: ${JSON.stringify(handle)} }));`;
    received = { type: "", bytes: Buffer.alloc(0) };

    const foreign = await run(send(output), theirs);
    const unknown = await run(send({ ...(output as object), file: uuidv7() }));

    expect(foreign.error).toMatchObject({
      code: "FILE_NOT_FOUND",
      params: { id: (output as unknown as FileValue).file },
    });
    expect(unknown.error).toMatchObject({ code: "FILE_NOT_FOUND", nodeId: "node-a" });
    expect(received.bytes).toHaveLength(0);
  });
});

describe("code", () => {
  it("makes files of text and base64, and reads them", async () => {
    const { output } = await runCode(`
      const list = await files.create("List.csv", "name\\nÅda\\n");
      const picture = await files.create("dot", { base64: "iVBORw0KGgo=" }, "image/png");
      const data = await files.create("data.json", JSON.stringify({ n: [1] }));
      return [list, picture.type, picture.size, await files.text(list), await files.base64(picture), await files.json(data)];`);
    expect(output).toEqual([
      { file: expect.any(String), name: "List.csv", type: "text/csv; charset=utf-8", size: 10 },
      ...["image/png", 8, "name\nÅda\n", "iVBORw0KGgo=", { n: [1] }],
    ]);
  });

  it("makes a file in one commit with its result, of which the journal holds no content", async () => {
    const { executionId } = await runCode(`return files.create("notes.txt", "nobody reads this in the journal");`);
    const [effect] = await rowsOf(
      "SELECT status, request, result FROM execution_effect WHERE execution_id = $1",
      executionId,
    );
    expect(effect).toMatchObject({
      status: "done",
      request: { name: "notes.txt", size: 32 },
      result: { name: "notes.txt" },
    });
    expect(JSON.stringify(effect)).not.toContain("nobody");

    const broken = {
      ...test.app,
      journal: {
        owner: test.app.journal.owner,
        write: test.app.journal.write.bind(test.app.journal),
        writeInside: async () => {
          throw new Error("the connection broke");
        },
      },
    };
    const version = handWritten(`await run.code("a", ($s) => null, ($s) => () => $s.files.create("lost.txt", "x"));`);
    expect(await execute(broken, pressed(test.workspaceId, version))).toMatchObject({ error: { code: "INTERNAL" } });
    expect(await rowsOf("SELECT 1 FROM stored_file WHERE name = 'lost.txt'")).toEqual([]);
  });

  it.each([
    ['files.create("", "x")', { code: "FILE_INVALID", params: { reason: "name" } }],
    ['files.create("a.txt", { n: 1 })', { code: "FILE_INVALID", params: { reason: "content" } }],
    ['files.create("a.bin", { base64: "not base64!" })', { code: "FILE_INVALID", params: { reason: "base64" } }],
    ['files.create("a.txt", "x", "no type")', { code: "FILE_INVALID", params: { reason: "type", value: "no type" } }],
    ['files.text("a.txt")', { code: "FILE_INVALID", params: { reason: "handle" } }],
    ["files.text()", { code: "FILE_INVALID", params: { reason: "handle" } }],
    [
      'files.create("a.txt", "{").then((file) => files.json(file))',
      { code: "FILE_INVALID", params: { reason: "json" } },
    ],
    [
      'files.create("a.txt", "x".repeat(1_048_577)).then((file) => files.text(file))',
      { code: "FILE_TOO_LARGE", params: { name: "a.txt", size: 1_025, most: 1_024, use: "read" } },
    ],
  ])("is told what is wrong with %s", async (call, error) => {
    expect((await runCode(`return ${call};`)).error).toMatchObject(error);
  });

  it("does not see the key that a service repeats in a file; the file itself is the service's and stays as it is", async () => {
    const builder = await createCaller(test, "builder");
    await builder.api.connections.create({
      ...{ serviceKey: null, name: "Echo", linkName: "echo", baseUrl: origin, secret: KEY },
      auth: { kind: "api-key", placement: "header", parameter: "X-Key" },
    });
    const { output, executionId } = await runCode(`const { body } = await connections.echo.get("/echo");
      console.log(await files.text(body)); return [body, await files.text(body), await files.base64(body)];`);
    const [file, text] = output as unknown as [FileValue, string];
    expect(text).toBe("%PDF key ••• end");
    expect((await contentOf(file)).toString()).toBe(`%PDF key ${KEY} end`);
    const journal = [
      ...(await rowsOf("SELECT t::text FROM execution AS t WHERE id = $1", executionId)),
      ...(await rowsOf("SELECT t::text FROM execution_step AS t WHERE execution_id = $1", executionId)),
      ...(await rowsOf("SELECT t::text FROM execution_effect AS t WHERE execution_id = $1", executionId)),
    ];
    const base64 = Buffer.from(KEY).toString("base64").slice(4, -4);
    expect(JSON.stringify(journal)).not.toMatch(new RegExp(`${KEY}|${base64}`));
  });
});

describe("a mail", () => {
  const mail = (attachments: string) => `${callOf("/pictures/logo.png")}
    await run.email("c", ($s) => ({ to: "ada@example.org", subject: "Hi", text: "Hello", attachments: ${attachments} }));`;

  it("keeps what is attached to it", async () => {
    const { executionId, status } = await run(mail("[a, null]"));
    expect(status).toBe("succeeded");
    const [kept] = await rowsOf("SELECT attachments FROM outgoing_mail WHERE execution_id = $1", executionId);
    expect(kept.attachments).toMatchObject([{ name: "logo.png", size: PICTURE.length }]);
  });

  it("takes one file without a list, and nothing that is no file", async () => {
    expect(await run(mail("a"))).toMatchObject({ status: "succeeded" });
    expect(await run(mail('["logo.png"]'))).toMatchObject({ error: { code: "FILE_INVALID", nodeId: "node-c" } });
    expect(await run(mail("Array.from({ length: 21 }, () => a)"))).toMatchObject({
      error: { code: "MAIL_INVALID", params: { reason: "attachments", most: 20 } },
    });
  });
});

describe("files", () => {
  it("go after a month, those of running executions and younger ones do not, and those without an execution go at once", async () => {
    await test.app.pool.query("DELETE FROM stored_file");
    const old = await get("/pictures/logo.png");
    const running = await get("/pictures/logo.png");
    await test.app.pool.query("UPDATE execution SET finished_at = NULL WHERE id = $1", [running.executionId]);
    test.clock.advance((LIMITS.fileDays - 2) * DAY);
    const young = await get("/pictures/logo.png");
    const orphan = await get("/pictures/logo.png");
    await test.app.pool.query("DELETE FROM execution WHERE id = $1", [orphan.executionId]);
    expect(await pruneFiles(test.app)).toBe(0);

    test.clock.advance(3 * DAY);

    expect(await pruneFiles(test.app)).toBe(2);
    const left = await rowsOf("SELECT execution_id AS id FROM stored_file ORDER BY created_at");
    expect(left.map(({ id }) => id)).toEqual([running.executionId, young.executionId]);
    const gone = old.output as unknown as FileValue;
    expect(await runCode(`return files.text(${JSON.stringify(gone)});`)).toMatchObject({
      error: { code: "FILE_NOT_FOUND", params: { id: gone.file, days: LIMITS.fileDays } },
    });
  });
});
