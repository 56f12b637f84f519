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
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let asked: () => void = () => {};
/** Takes calls and never answers. */
const service = createServer(() => asked());
let url: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const { port } = service.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/members`;
  test = await createTestApp({}, { allow: [`127.0.0.1:${port}`] });
});
afterAll(async () => {
  service.closeAllConnections();
  service.close();
  await test.close();
});

const isAsked = () =>
  new Promise<void>((resolve) => {
    asked = resolve;
  });
const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;
const expireLease = (id: string) =>
  test.app.pool.query("UPDATE execution SET lease_until = now() - interval '1 second' WHERE id = $1", [id]);

const callsOut = () =>
  handWritten(`
    await run.set("a", ($s) => 1);
    await run.call("b", ($s) => ({ method: "POST", url: "${url}" }));
    return run.return("c", ($s) => "done");`);

describe("an execution whose process was killed", () => {
  it("ends as failed, with its call of unknown outcome, once its lease has run out", async () => {
    const file = join("dist", "tests", "lost-owner.mjs");
    buildSync({
      entryPoints: ["tests/fixtures/lost-owner.ts"],
      outfile: file,
      ...{ bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "error" },
    });
    const reached = isAsked();
    const owner = spawn(process.execPath, [file], { stdio: ["pipe", "pipe", "inherit"] });
    owner.stdin.end(
      JSON.stringify({
        databaseUrl: test.databaseUrl,
        masterKey: test.app.env.masterKey?.toString("base64"),
        sandboxSource: inject("sandboxSource"),
        allow: [new URL(url).host],
        request: pressed(test.workspaceId, callsOut()),
      }),
    );
    const [started] = (await once(owner.stdout, "data")) as [Buffer];
    const id = String(started).trim();
    await reached;
    owner.kill("SIGKILL");
    await once(owner, "exit");

    expect(await sweepOrphans(test.app)).toEqual([]);
    expect(await rowsOf("SELECT status FROM execution WHERE id = $1", id)).toEqual([{ status: "running" }]);
    await expireLease(id);
    expect(await sweepOrphans(test.app)).toEqual([id]);

    expect(await rowsOf("SELECT * FROM execution WHERE id = $1", id)).toMatchObject([
      { status: "failed", error: { code: "WORKER_LOST", nodeId: "node-b" }, worker_losses: 1, lease_owner: null },
    ]);
    expect(await rowsOf("SELECT status FROM execution_effect WHERE execution_id = $1", id)).toEqual([
      { status: "unknown" },
    ]);
    expect(
      await rowsOf("SELECT node_id, status FROM execution_step WHERE execution_id = $1 ORDER BY ordinal", id),
    ).toEqual([
      { node_id: "node-trigger", status: "succeeded" },
      { node_id: "node-a", status: "succeeded" },
      { node_id: "node-b", status: "failed" },
    ]);
    expect(await sweepOrphans(test.app)).toEqual([]);
  });
});

describe("a process that comes back after its lease", () => {
  it("writes nothing over what the sweeper wrote, and its caller learns how it ended", async () => {
    const reached = isAsked();
    const { executionId, finished } = await startExecution(test.app, pressed(test.workspaceId, callsOut()));
    await reached;
    await expireLease(executionId);
    expect(await sweepOrphans(test.app)).toEqual([executionId]);
    service.closeAllConnections();

    expect(await finished).toMatchObject({ executionId, status: "failed", error: { code: "WORKER_LOST" } });
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
    await expect(stale.write({ ...write, fence: 2 })).resolves.toBeUndefined();
  });
});

describe("canceling from another process", () => {
  it("reaches the one that runs it", async () => {
    const reached = isAsked();
    const { executionId, finished } = await startExecution(test.app, pressed(test.workspaceId, callsOut()));
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
