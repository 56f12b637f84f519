import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sendMails } from "@/server/mails/send-mails";
import { type Queue, startQueue } from "@/server/queue/queue";
import { execute } from "@/server/runtime/execute";
import { createCaller } from "@/tests/fixtures/caller";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const open: TestApp[] = [];
const received: { from: string; to: string[]; source: string }[] = [];
let server: SMTPServer;
/** What the server answers to the next mails: an SMTP status, or 0 to take them. */
let refuseWith = 0;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (refuseWith > 0) return done(Object.assign(new Error("not here"), { responseCode: refuseWith }));
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ from, to, source: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

let queue: Queue | undefined;
afterEach(async () => {
  refuseWith = 0;
  received.length = 0;
  await queue?.close();
  queue = undefined;
  for (const test of open.splice(0)) await test.close();
});

const withoutServer = async () => opened(await createTestApp());
const withServer = async () => {
  const { port } = server.server.address() as AddressInfo;
  return opened(
    await createTestApp({
      MILLRACE_SMTP_URL: `smtp://127.0.0.1:${port}`,
      MILLRACE_MAIL_FROM: "Sales <sales@acme.example>",
    }),
  );
};
const opened = (test: TestApp) => {
  open.push(test);
  return test;
};

const MAIL = { to: "ada@example.org, bob@example.org", subject: "Hello", text: "Good morning" };
const send = (test: TestApp, mail: object = MAIL) =>
  execute(
    test.app,
    pressed(test.workspaceId, handWritten(`return await run.email("a", ($s) => (${JSON.stringify(mail)}));`)),
  );
const mailsOf = async (test: TestApp) =>
  (await test.app.pool.query('SELECT status, "to", subject, refusal, node_id FROM outgoing_mail ORDER BY id')).rows;

describe("a mail of an automation", () => {
  it("is kept in the outbox, and says so, where no mail server is set up", async () => {
    const test = await withoutServer();
    const outcome = await send(test);
    expect(outcome).toMatchObject({ status: "succeeded", output: { id: expect.any(String), status: "kept" } });
    expect(await mailsOf(test)).toMatchObject([
      { status: "kept", to: ["ada@example.org", "bob@example.org"], subject: "Hello", node_id: "node-a" },
    ]);
    const { api } = await createCaller(test, "builder");
    expect(await api.mails.list()).toMatchObject({
      hasServer: false,
      mails: [{ status: "kept", text: "Good morning" }],
    });
    // As the page's infinite query asks.
    expect((await api.mails.list({ direction: "forward" })).mails).toHaveLength(1);
    const detail = await api.executions.get({ id: outcome.executionId });
    expect(detail.summary).toMatchObject([{ kind: "email", state: "done", isKept: true }]);
  });

  it("reaches the mail server by the queue", async () => {
    const test = await withServer();
    queue = await startQueue(test.app, test.databaseUrl);
    await send(test, { ...MAIL, cc: ["cyd@example.org"], replyTo: "me@example.org", html: "<p>Good morning</p>" });
    await expect.poll(async () => (await mailsOf(test))[0]?.status, { timeout: 20_000 }).toBe("sent");
    expect(received).toMatchObject([
      { from: "sales@acme.example", to: ["ada@example.org", "bob@example.org", "cyd@example.org"] },
    ]);
    const source = received[0]?.source ?? "";
    expect(source).toMatch(/^From: Sales <sales@acme\.example>\r$/m);
    expect(source).toMatch(/^Reply-To: me@example\.org\r$/m);
    expect(source).toContain("<p>Good morning</p>");
  });

  it("brings its files along, under their names and types", async () => {
    const test = await withServer();
    queue = await startQueue(test.app, test.databaseUrl);
    await queue.close();
    queue = undefined;
    const content = Buffer.from(Array.from({ length: 300 }, (_, n) => n % 256)).toString("base64");
    const version = handWritten(`const a = await run.code("a", ($s) => null, ($s) => () =>
        $s.files.create("Größe.png", { base64: "${content}" }));
      return await run.email("b", ($s) => ({ ...${JSON.stringify(MAIL)}, attachments: [a] }));`);
    const { status, output } = await execute(test.app, pressed(test.workspaceId, version));
    expect([status, output]).toMatchObject(["succeeded", { status: "queued" }]);
    await sendMails(test.app);
    const source = received[0]?.source ?? "";
    expect(source).toContain("Content-Type: image/png");
    expect(source).toMatch(/Content-Disposition: attachment;\s+filename\*0\*=utf-8''Gr%C3%B6%C3%9Fe\.png/);
    expect(source.replaceAll("\r\n", "")).toContain(content);
    const { api } = await createCaller(test, "builder");
    expect((await api.mails.list()).mails).toMatchObject([
      { status: "sent", attachments: [{ name: "Größe.png", size: 300 }] },
    ]);
  });

  it("is noted as failed when the mail server refuses it, and waits when the server cannot take it now", async () => {
    const test = await withServer();
    queue = await startQueue(test.app, test.databaseUrl);
    await queue.close();
    queue = undefined;
    await send(test);
    refuseWith = 451;
    await expect(sendMails(test.app)).rejects.toThrow("not here");
    expect(await mailsOf(test)).toMatchObject([{ status: "queued", refusal: expect.stringContaining("not here") }]);
    refuseWith = 550;
    await sendMails(test.app);
    expect(await mailsOf(test)).toMatchObject([{ status: "failed", refusal: expect.stringContaining("not here") }]);
    refuseWith = 0;
    await sendMails(test.app);
    expect(received).toEqual([]);
  });

  it("is refused as a whole when a part of it does not fit", async () => {
    const test = await withoutServer();
    for (const [mail, error] of UNFIT) expect((await send(test, mail)).error).toMatchObject(error);
    expect(await mailsOf(test)).toEqual([]);
  });
});

const UNFIT: [object, object][] = [
  [
    { ...MAIL, to: "ada@example.org, nobody" },
    { code: "MAIL_INVALID", params: { reason: "address", value: "nobody" } },
  ],
  [
    { ...MAIL, to: null },
    { code: "MISSING_INPUT", params: { input: "to" } },
  ],
  [{ ...MAIL, to: Array.from({ length: 60 }, (_, n) => `p${n}@example.org`) }, { params: { reason: "many" } }],
  [{ ...MAIL, subject: "Hello\r\nBcc: all@example.org" }, { params: { reason: "subject" } }],
  [
    { ...MAIL, text: "" },
    { code: "MAIL_INVALID", params: { reason: "empty" } },
  ],
  [{ ...MAIL, to: { id: "1" } }, { params: { reason: "address" } }],
];
