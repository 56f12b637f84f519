import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startExecution } from "@/server/runtime/execute";
import { sweepOrphans } from "@/server/runtime/sweep-orphans";
import { wakeWaiting } from "@/server/runtime/wake-waiting";
import { type AnsweringService, startAnsweringService } from "@/tests/fixtures/answering-service";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { dyingApp } from "@/tests/fixtures/dying-app";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let service: AnsweringService;
let builder: Caller;
let other: Caller;
let member: Caller;

beforeAll(async () => {
  service = await startAnsweringService();
  test = await createTestApp({}, { allow: [service.hostPort] });
  await test.app.sandbox.ready();
  builder = await createCaller(test, "builder");
  other = await createCaller(test, "builder");
  member = await createCaller(test, "member");
});
afterAll(async () => {
  await test.close();
  service.close();
});

const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;
const executionOf = async (id: string) => (await rowsOf("SELECT * FROM execution WHERE id = $1", id))[0];
const post = (step: string, path: string) => service.post(step, path);

async function goOn(): Promise<void> {
  const taken = [...(await sweepOrphans(test.app)), ...(await wakeWaiting(test.app))];
  await Promise.all(taken.map(({ finished }) => finished));
}

/** Starts it in a process that dies after so many commits, and lets another one take it over. */
async function lostAfter(commit: number, body: string, startedById?: string | null): Promise<string> {
  service.called = [];
  const { version } = await liveAutomation(test, "Asks", body, { type: "button" });
  const dying = dyingApp(test.app, { commit, when: "after" });
  const request = pressed(test.workspaceId, version, { requestId: `${version.id}`, startedById });
  const started = startExecution(dying.app, request).catch(() => null);
  await dying.dead;
  const [{ id: executionId }] = await rowsOf("SELECT id FROM execution WHERE version_id = $1", version.id);
  await rowsOf("UPDATE execution SET lease_until = now() - interval '1 second' WHERE id = $1", executionId);
  await goOn();
  dying.bury();
  await (await started)?.finished;
  return executionId;
}

const ONE_CALL = () => `const a = ${post("a", "once")}; return run.return("b", ($s) => [a]);`;

describe("a run whose call was in flight when its process was lost", () => {
  it("shows the exact request, its repeat-safe key and what it asks, and needs attention", async () => {
    const id = await lostAfter(2, ONE_CALL());
    const run = await builder.api.executions.get({ id });
    expect(run).toMatchObject({
      status: "needs-decision",
      decision: { reason: "unknown", effect: { nodeId: "node-a", ordinal: 0 }, mayDecide: true },
      outcome: { key: "headline.OUTCOME_UNKNOWN" },
      effects: [{ status: "unknown", request: { method: "POST", url: `http://${service.hostPort}/once` } }],
      summary: [{ state: "unknown" }],
      causes: [{ error: { code: "OUTCOME_UNKNOWN" }, step: { label: "A" } }],
    });
    expect(run.effects[0]?.idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
    const { items } = await builder.api.executions.list({ filter: { status: "attention" } });
    expect(items.map((item) => item.id)).toContain(id);
  });

  it("goes on as if it had been answered when a person says it was done, and says who said so", async () => {
    const id = await lostAfter(2, ONE_CALL());
    const { decision } = await builder.api.executions.get({ id });
    await builder.api.executions.decide({ id, revision: decision?.revision ?? "", choice: "done", value: { id: 7 } });
    await goOn();
    expect(service.called).toEqual([]);
    const run = await builder.api.executions.get({ id });
    expect(run).toMatchObject({ status: "succeeded", output: [{ id: 7 }], decision: null, error: null });
    expect(run.decisions).toEqual([
      {
        at: test.clock.now().toISOString(),
        by: { id: builder.actor.userId, name: builder.actor.name },
        choice: "done",
        effect: { nodeId: "node-a", path: "", attempt: 1, ordinal: 0 },
        value: { id: 7 },
      },
    ]);
  });

  it("makes the call when a person says to do it again", async () => {
    const id = await lostAfter(2, ONE_CALL());
    const { decision } = await builder.api.executions.get({ id });
    await builder.api.executions.decide({ id, revision: decision?.revision ?? "", choice: "again" });
    await goOn();
    expect(service.called).toEqual(["/once"]);
    expect(await executionOf(id)).toMatchObject({ status: "succeeded", output: ["answered"] });
  });

  it("ends as stopped when a person stops it, and leaves open what nobody knows", async () => {
    const id = await lostAfter(2, ONE_CALL());
    const { decision } = await builder.api.executions.get({ id });
    await builder.api.executions.decide({ id, revision: decision?.revision ?? "", choice: "stop" });
    await goOn();
    expect(service.called).toEqual([]);
    const run = await builder.api.executions.get({ id });
    expect(run).toMatchObject({
      status: "canceled",
      effects: [{ status: "unknown" }],
      decisions: [{ choice: "stop" }],
    });
    expect(run.steps.at(-1)).toMatchObject({ status: "canceled" });
  });

  it("takes the first of two answers, and none to a question of before", async () => {
    const id = await lostAfter(2, `const a = ${post("a", "one")}; const b = ${post("b", "two")}; return [a, b];`);
    const revision = (await builder.api.executions.get({ id })).decision?.revision ?? "";
    const decide = (caller: Caller, choice: "done" | "stop") =>
      caller.api.executions.decide({ id, revision, choice }).then(
        () => "taken",
        ({ message }: Error) => message,
      );
    const answers = await Promise.all([decide(builder, "done"), decide(other, "stop")]);
    expect(answers.sort()).toEqual(["CONFLICT", "taken"]);
    expect(await decide(builder, "done")).toBe("CONFLICT");
  });

  it("is decided by builders and by whoever started it, and by nobody else", async () => {
    const id = await lostAfter(2, ONE_CALL(), member.actor.userId);
    const stranger = await createCaller(test, "member");
    await expect(stranger.api.executions.decide({ id, revision: "2", choice: "again" })).rejects.toThrow("NOT_FOUND");
    const revision = (await member.api.executions.get({ id })).decision?.revision ?? "";
    await member.api.executions.decide({ id, revision, choice: "again" });
    await goOn();
    expect(await executionOf(id)).toMatchObject({ status: "succeeded" });
  });

  it("can be stopped like any other", async () => {
    const id = await lostAfter(2, ONE_CALL());
    await builder.api.executions.cancel({ id });
    expect(await executionOf(id)).toMatchObject({ status: "canceled", error: { code: "CANCELED" } });
    await expect(builder.api.executions.cancel({ id })).rejects.toThrow("CONFLICT");
  });

  it("asks about one call after the other where several were in flight", async () => {
    const id = await lostAfter(
      3,
      `const seen = {};
       await run.parallel(
         async () => { seen.a = ${post("a", "one")}; },
         async () => { seen.b = ${post("b", "two")}; });
       return [seen.a, seen.b];`,
    );
    const answers = [];
    for (let round = 0; round < 3; round++) {
      const run = await builder.api.executions.get({ id });
      if (!run.decision) break;
      const value = run.decision.effect?.nodeId ?? null;
      answers.push(value);
      await builder.api.executions.decide({ id, revision: run.decision.revision, choice: "done", value });
      await goOn();
    }
    expect(answers.sort()).toEqual(["node-a", "node-b"]);
    expect(await executionOf(id)).toMatchObject({ status: "succeeded", output: ["node-a", "node-b"] });
    // One may have been under way when the other's process died.
    expect(service.called.length).toBeLessThan(2);
  });
});

describe("a run that asks for something else than before", () => {
  it("stops there, and goes on with what was done when a person says so", async () => {
    const id = await lostAfter(3, ONE_CALL());
    await rowsOf(
      "UPDATE execution SET status = 'running', finished_at = NULL, lease_until = now() - interval '1 second' WHERE id = $1",
      id,
    );
    await rowsOf("DELETE FROM execution_step WHERE execution_id = $1", id);
    await rowsOf("UPDATE execution_effect SET argument_hash = 'another' WHERE execution_id = $1", id);
    await goOn();
    const { decision, error } = await builder.api.executions.get({ id });
    expect([decision?.reason, error?.code]).toEqual(["differs", "REPLAY_DIFFERS"]);
    await builder.api.executions.decide({ id, revision: decision?.revision ?? "", choice: "done" });
    await goOn();
    expect(await executionOf(id)).toMatchObject({ status: "succeeded", output: ["answered"] });
    expect(service.called).toEqual(["/once"]);
  });
});

describe("a run that lost its process three times", () => {
  it("is set aside with its reason, tries again when a person lets it, or stops", async () => {
    const id = await lostAfter(1, ONE_CALL());
    expect(await executionOf(id)).toMatchObject({ status: "succeeded", worker_losses: 1 });
    for (const choice of ["again", "stop"] as const) {
      await rowsOf(
        "UPDATE execution SET status = 'running', finished_at = NULL, worker_losses = 2, lease_until = now() - interval '1 second' WHERE id = $1",
        id,
      );
      await goOn();
      const { decision, status } = await builder.api.executions.get({ id });
      expect([status, decision]).toMatchObject(["needs-decision", { reason: "lost", effect: null }]);
      const revision = decision?.revision ?? "";
      await expect(builder.api.executions.decide({ id, revision, choice: "done" })).rejects.toThrow("CONFLICT");
      await builder.api.executions.decide({ id, revision, choice });
      await goOn();
      expect(await executionOf(id)).toMatchObject({
        status: choice === "again" ? "succeeded" : "canceled",
        worker_losses: choice === "again" ? 0 : 3,
      });
    }
  });
});

describe("a call in flight that may be made again", () => {
  it.each([
    ["is safe", `{ method: "GET", url: "http://HOST/again" }`, "{}"],
    ["is repeatable by its step", `{ method: "POST", url: "http://HOST/again" }`, `{ afterCrash: "repeat" }`],
    ["has a key of its own", `{ method: "POST", url: "http://HOST/again", headers: { "idempotency-key": "k" } }`, "{}"],
  ])("is made again, because it %s", async (_why, request, policy) => {
    const call = `await run.call("a", ($s) => (${request.replace("HOST", service.hostPort)}), ${policy})`;
    const id = await lostAfter(2, `return ${call};`);
    expect(await executionOf(id)).toMatchObject({ status: "succeeded", output: "answered" });
    expect(service.called).toEqual(["/again"]);
  });
});
