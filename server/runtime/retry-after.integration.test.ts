import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/server/runtime/execute";
import { wakeWaiting } from "@/server/runtime/wake-waiting";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let service: Server;
let asked = 0;
/** What the service answers the first time; after that it is well. */
let first: { status: number; retryAfter?: string } = { status: 429 };

beforeAll(async () => {
  service = createServer((_request, response) => {
    const { status, retryAfter } = asked++ === 0 ? first : { status: 200 };
    response.writeHead(status, {
      "content-type": "application/json",
      ...(retryAfter && { "retry-after": retryAfter }),
    });
    response.end('{"ok":true}');
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", () => resolve()));
  test = await createTestApp({}, { allow: [`127.0.0.1:${port()}`] });
});
afterAll(async () => {
  await test.close();
  service.closeAllConnections();
  service.close();
});

const port = () => (service.address() as AddressInfo).port;

/** @returns how long the step pauses before its second attempt, in seconds, and how the execution ends after it */
async function pauseAfter(answer: typeof first, policy: object, trigger: "schedule" | "button" = "schedule") {
  first = answer;
  asked = 0;
  const call = `({ method: "GET", url: "http://127.0.0.1:${port()}/" })`;
  const body = `return await run.call("a", ($s) => ${call}, ${JSON.stringify({ attempts: 2, ...policy })});`;
  const { version } = await liveAutomation(test, "Asks again", body, { type: trigger });
  const request = pressed(test.workspaceId, version, { trigger: { type: trigger, nodeId: "node-trigger" } });
  const { executionId, status } = await execute(test.app, request);
  const { rows } = await test.app.pool.query(
    "SELECT request->>'ms' AS ms FROM execution_effect WHERE execution_id = $1 AND kind = 'wait'",
    [executionId],
  );
  await test.app.pool.query("UPDATE wait_ticket SET due_at = now() WHERE execution_id = $1", [executionId]);
  await test.app.pool.query("UPDATE execution SET wake_at = now() WHERE id = $1 AND status = 'waiting'", [executionId]);
  for (const { finished } of await wakeWaiting(test.app)) await finished;
  const ended = await test.app.pool.query("SELECT status, output FROM execution WHERE id = $1", [executionId]);
  return { put: status, seconds: Number(rows[0]?.ms) / 1_000, ...ended.rows[0], asked };
}

describe("a step that is tried again", () => {
  it.each([
    ["in seconds", () => "120"],
    ["as a date", () => new Date(Math.floor(test.clock.now().getTime() / 1_000) * 1_000 + 121_000).toUTCString()],
  ])("waits as long as the service asks, %s, then asks once more", async (_how, retryAfter) => {
    const found = await pauseAfter(
      { status: 429, retryAfter: retryAfter() },
      { waitMs: 1_000, backoff: "exponential" },
    );
    expect(found).toMatchObject({ put: "waiting", status: "succeeded", output: { ok: true }, asked: 2 });
    expect(found.seconds).toBeGreaterThanOrEqual(120);
    expect(found.seconds).toBeLessThanOrEqual(121);
  });

  it("waits no longer than the execution has time, whatever the service asks", async () => {
    const { seconds, status } = await pauseAfter({ status: 503, retryAfter: "86400" }, {}, "button");
    expect(seconds).toBeGreaterThan(9);
    expect(seconds).toBeLessThanOrEqual(10);
    expect(status).toBe("succeeded");
  });

  it.each(["soon", "-5", "1.5"])("waits as its policy says where the service asks for “%s”", async (retryAfter) => {
    const { seconds } = await pauseAfter({ status: 503, retryAfter }, { waitMs: 60_000 });
    expect(seconds).toBeGreaterThanOrEqual(48);
    expect(seconds).toBeLessThanOrEqual(72);
  });

  it("does not return together with what failed together: pauses differ from execution to execution", async () => {
    const pauses: number[] = [];
    for (let run = 0; run < 4; run++) pauses.push((await pauseAfter({ status: 503 }, { waitMs: 60_000 })).seconds);
    expect(new Set(pauses).size).toBeGreaterThan(1);
  });

  it("is not tried again after a refusal, whatever it asks", async () => {
    const found = await pauseAfter({ status: 400, retryAfter: "120" }, {});
    expect(found).toMatchObject({ put: "failed", asked: 1 });
  });
});
