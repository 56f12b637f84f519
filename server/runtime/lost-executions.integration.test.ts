import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { execute, startExecution } from "@/server/runtime/execute";
import { createJournal, LostExecution } from "@/server/runtime/journal/journal";
import type { CreatedExecution, JournalWrite } from "@/server/runtime/journal/journal-write";
import { sweepOrphans } from "@/server/runtime/sweep-orphans";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let asked: () => void = () => {};
let callsOut = "";
/** Takes calls and never answers. */
const service = createServer(() => asked());

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const { port } = service.address() as AddressInfo;
  callsOut = `
    await run.set("a", ($s) => 1);
    await run.call("b", ($s) => ({ method: "POST", url: "${url()}" }));
    return run.return("c", ($s) => "done");`;
  test = await createTestApp({}, { allow: [`127.0.0.1:${port}`] });
});
afterAll(async () => {
  service.closeAllConnections();
  service.close();
  await test.close();
});

const url = () => `http://127.0.0.1:${(service.address() as AddressInfo).port}/members`;
const isAsked = () =>
  new Promise<void>((resolve) => {
    asked = resolve;
  });
const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;
const expireLease = (id: string) =>
  test.app.pool.query("UPDATE execution SET lease_until = now() - interval '1 second' WHERE id = $1", [id]);

const executionOf = async (id: string) => (await rowsOf("SELECT * FROM execution WHERE id = $1", id))[0];
const stepsOf = (id: string) =>
  rowsOf("SELECT node_id, status FROM execution_step WHERE execution_id = $1 ORDER BY ordinal", id);

/** Takes over what lost its process, and waits for it. */
async function sweep(app = test.app): Promise<string[]> {
  const taken = await sweepOrphans(app);
  await Promise.all(taken.map(({ finished }) => finished));
  return taken.map(({ id }) => id);
}

describe("an execution whose process was killed", () => {
  it("is gone on with once its lease has run out, and asks about the call it was killed in", async () => {
    const file = join("dist", "tests", "lost-owner.mjs");
    buildSync({
      entryPoints: ["tests/fixtures/lost-owner.ts"],
      outfile: file,
      ...{ bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "error" },
    });
    const reached = isAsked();
    const { version } = await liveAutomation(test, "Killed", callsOut, { type: "button" });
    const owner = spawn(process.execPath, [file], { stdio: ["pipe", "pipe", "inherit"] });
    owner.stdin.end(
      JSON.stringify({
        databaseUrl: test.databaseUrl,
        masterKey: test.app.env.masterKey?.toString("base64"),
        sandboxSource: inject("sandboxSource"),
        allow: [new URL(url()).host],
        request: pressed(test.workspaceId, version),
      }),
    );
    const [started] = (await once(owner.stdout, "data")) as [Buffer];
    const id = String(started).trim();
    await reached;
    owner.kill("SIGKILL");
    await once(owner, "exit");

    expect(await sweep()).toEqual([]);
    expect(await executionOf(id)).toMatchObject({ status: "running" });
    await expireLease(id);
    expect(await sweep()).toEqual([id]);

    expect(await executionOf(id)).toMatchObject({
      ...{ status: "needs-decision", error: { code: "OUTCOME_UNKNOWN", nodeId: "node-b" } },
      ...{ worker_losses: 1, lease_owner: null, finished_at: null },
    });
    expect(await rowsOf("SELECT status FROM execution_effect WHERE execution_id = $1", id)).toEqual([
      { status: "unknown" },
    ]);
    expect(await stepsOf(id)).toEqual([
      { node_id: "node-trigger", status: "succeeded" },
      { node_id: "node-a", status: "succeeded" },
      { node_id: "node-b", status: "needs-decision" },
    ]);
    expect(await sweep()).toEqual([]);
  });
});

describe("a process that comes back after its lease", () => {
  it("writes nothing over what another wrote, and its caller learns how it stands", async () => {
    const reached = isAsked();
    const { version } = await liveAutomation(test, "Frozen", callsOut, { type: "button" });
    const { executionId, finished } = await startExecution(test.app, pressed(test.workspaceId, version));
    await reached;
    await expireLease(executionId);
    expect(await sweep({ ...test.app })).toEqual([executionId]);
    service.closeAllConnections();

    expect(await finished).toMatchObject({ executionId, status: "needs-decision", error: { code: "OUTCOME_UNKNOWN" } });
    expect(await rowsOf("SELECT status FROM execution_effect WHERE execution_id = $1", executionId)).toEqual([
      { status: "unknown" },
    ]);
  });

  it("is refused by its old fencing number", async () => {
    const { executionId } = await execute(test.app, pressed(test.workspaceId, handWritten("")));
    const write: JournalWrite = {
      executionId,
      workspaceId: test.workspaceId,
      fence: 1,
      created: null,
      about: { created: {} as CreatedExecution, document: { nodes: [] } },
      progress: {
        ...{ status: "running", output: null, error: null, outcome: null, handledFailures: 0, statements: 0 },
        ...{ activeMs: 0, finishedAt: null, wakeAt: null },
      },
      steps: "[]",
      effects: [],
    };
    await test.app.pool.query("UPDATE execution SET status = 'running', finished_at = NULL, fence = 2 WHERE id = $1", [
      executionId,
    ]);
    const stale = createJournal({ pool: test.app.pool, owner: "stale" });
    await expect(stale.write(write)).rejects.toThrow(LostExecution);
    await expect(stale.write({ ...write, fence: 2 })).resolves.toBe("running");
  });
});

describe("canceling from another process", () => {
  it("reaches the one that runs it", async () => {
    const reached = isAsked();
    const { executionId, finished } = await startExecution(test.app, pressed(test.workspaceId, handWritten(callsOut)));
    await reached;
    await test.app.pool.query("UPDATE execution SET cancel_requested_at = now() WHERE id = $1", [executionId]);
    await test.app.changes.notify({ kind: "execution", workspaceId: test.workspaceId, id: executionId });

    expect(await finished).toMatchObject({ status: "canceled", error: { code: "CANCELED" } });
    expect(
      await rowsOf("SELECT status FROM execution_step WHERE execution_id = $1 ORDER BY ordinal", executionId),
    ).toEqual([{ status: "succeeded" }, { status: "succeeded" }, { status: "canceled" }]);
  });
});

describe("an execution that only computes", () => {
  it("is there while it runs, and can be canceled", async () => {
    const version = handWritten(`await run.set("a", ($s) => { for (;;); });`);
    const { executionId, finished } = await startExecution(test.app, pressed(test.workspaceId, version));
    expect(await rowsOf("SELECT status FROM execution WHERE id = $1", executionId)).toEqual([{ status: "running" }]);
    await test.app.pool.query("UPDATE execution SET cancel_requested_at = now() WHERE id = $1", [executionId]);
    await test.app.changes.notify({ kind: "execution", workspaceId: test.workspaceId, id: executionId });

    expect(await finished).toMatchObject({ status: "canceled", error: { code: "CANCELED", nodeId: "node-a" } });
    expect(
      await rowsOf("SELECT node_id, status FROM execution_step WHERE execution_id = $1 ORDER BY ordinal", executionId),
    ).toEqual([
      { node_id: "node-trigger", status: "succeeded" },
      { node_id: "node-a", status: "canceled" },
    ]);
  });
});

describe("a row the database refuses", () => {
  it("does not cost its neighbours their commit", async () => {
    const good = handWritten(`return run.return("a", ($s) => "fine");`);
    const bad = pressed(test.workspaceId, good, { record: { module: "Leads", id: "not-a-uuid", name: "x" } });
    const results = await Promise.allSettled([
      ...Array.from({ length: 5 }, () => execute(test.app, pressed(test.workspaceId, good))),
      execute(test.app, bad),
    ]);
    expect(results.map(({ status }) => status)).toEqual([...Array.from({ length: 5 }, () => "fulfilled"), "rejected"]);
  });
});
