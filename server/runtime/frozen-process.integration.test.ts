import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { uuidv7 } from "uuidv7";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { App } from "@/server/app";
import { startExecution } from "@/server/runtime/execute";
import { sweepOrphans } from "@/server/runtime/sweep-orphans";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let service: Server;
const keys: string[] = [];

beforeAll(async () => {
  service = createServer((request, response) => {
    keys.push(String(request.headers["idempotency-key"]));
    response.writeHead(200, { "content-type": "application/json" }).end('"answered"');
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", () => resolve()));
  test = await createTestApp({}, { allow: [`127.0.0.1:${(service.address() as AddressInfo).port}`] });
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await test.close();
  service.closeAllConnections();
  service.close();
});

it("a process that was frozen before a call does not make it when another has made it meanwhile", async () => {
  const { journal, pool } = test.app;
  const real = performance.now.bind(performance);
  let frozenMs = 0;
  vi.spyOn(performance, "now").mockImplementation(() => real() + frozenMs);
  const takeOver = async (id: string) => {
    await pool.query("UPDATE execution SET lease_until = now() - interval '1 second' WHERE id = $1", [id]);
    for (const { finished } of await sweepOrphans(test.app)) await finished;
  };
  /** The process that is frozen as soon as its intent is committed, for longer than its lease. */
  const frozen: App = {
    ...test.app,
    journal: {
      owner: `${journal.owner} frozen`,
      writeInside: (tx, write) => journal.writeInside(tx, write),
      write: async (write) => {
        const written = await journal.write(write);
        if (write.effects.some(({ status }) => status === "intent")) {
          await takeOver(write.executionId);
          frozenMs += 35_000;
        }
        return written;
      },
    },
  };
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
  const body = `
    const a = await run.call("a", ($s) => ({ method: "POST", url: "${url}" }), { afterCrash: "repeat" });
    return run.return("b", ($s) => a);`;
  const { version } = await liveAutomation(test, "Frozen", body, { type: "button" });

  const { finished } = await startExecution(frozen, pressed(test.workspaceId, version, { requestId: uuidv7() }));

  expect(await finished).toMatchObject({ status: "succeeded", output: "answered" });
  expect(keys).toHaveLength(1);
});
