import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFinal } from "@/core/execution/statuses";
import type { Json } from "@/core/values/json";
import { readJournal } from "@/server/executions/read-journal";
import { execute, startExecution } from "@/server/runtime/execute";
import type { VersionToRun } from "@/server/runtime/execution-request";
import { settleDecision } from "@/server/runtime/settle-decision";
import { sweepOrphans } from "@/server/runtime/sweep-orphans";
import { findAnswered, wakeWaiting } from "@/server/runtime/wake-waiting";
import { createCaller } from "@/tests/fixtures/caller";
import { type Death, dyingApp } from "@/tests/fixtures/dying-app";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

/*
 * The promise of the journal: whatever a process was doing when it died, another one goes on, and what comes of it is what
 * would have come of it anyway. Each program here is run once without a crash, and then once for each commit it makes, with
 * its process dying right before that commit and right after it. A person says truly whether a call was made.
 */

let test: TestApp;
let service: Server;
/** Every call that reached the service. */
let calls: { key: string; method: string; path: string; body: Json }[] = [];
let onCall: () => void = () => {};

beforeAll(async () => {
  service = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    const sent = await text(request);
    const body = sent === "" ? null : (JSON.parse(sent) as Json);
    calls.push({ key: String(headers["idempotency-key"] ?? ""), method, path, body });
    onCall();
    response.writeHead(path === "/again" && body === null ? 503 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify({ path, body }));
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", () => resolve()));
  test = await createTestApp({}, { allow: [hostPort()] });
  await test.app.sandbox.ready();
  const { actor } = await createCaller(test, "builder");
  await liveAutomation(
    test,
    "Nested",
    `const a = await run.createRecord("a", ($s) => ({ module: "Leads", data: { Last_Name: "Nested", Company: "Acme" } }));
     await run.wait("b", ($s) => ({ for: "time", ms: 3600000 }));
     return a.Last_Name;`,
    { ownerId: actor.userId ?? "" },
  );
});
afterAll(async () => {
  await test.close();
  service.closeAllConnections();
  service.close();
});

const hostPort = () => `127.0.0.1:${(service.address() as AddressInfo).port}`;
const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;

const to = (path: string) => `"http://${hostPort()}/${path}"`;
/** Gives a random number and the step's time, each with the name of its step. */
const drawn = (name: string) => `({ random: "${name} random " + Math.random(), clock: "${name} clock " + Date.now() })`;

const PROGRAMS: Record<string, () => string> = {
  "a chain of steps": () => `
    const a = await run.code("a", ($s) => null, ($s) => () => ${drawn("a")});
    const b = await run.call("b", ($s) => ({ method: "POST", url: ${to("chain")}, body: a }));
    const c = await run.createRecord("c", ($s) => ({ module: "Leads", data: { Last_Name: b.body.random, Company: "Acme" } }));
    const d = await run.call("d", ($s) => ({ method: "POST", url: ${to("again")}, body: { named: c.Last_Name } }), { afterCrash: "repeat" });
    return run.return("e", ($s) => [a, b.body, c.Last_Name, d.body]);`,

  "code with several effects": () => `
    const a = await run.code("a", ($s) => null, ($s) => async () => {
      const before = ${drawn("a")};
      const [one, two] = await Promise.all([
        $s.http.post(${to("one")}, before),
        $s.http.get(${to("two")}),
      ]);
      await $s.store.set("kept", one.body);
      const kept = await $s.store.get("kept");
      const three = await $s.http.post(${to("three")}, { kept, after: "after random " + Math.random() });
      const record = await $s.records.create("Leads", { Last_Name: three.body.body.after, Company: "Acme" });
      return [before, one.body, two.body, three.body, record.Last_Name];
    });
    return run.return("b", ($s) => a);`,

  "branches at the same time, one of which fails": () => `
    const seen = await run.parallel(
      async () => {
        const a = await run.attempt(() => run.call("a", ($s) => ({ method: "POST", url: ${to("again")} }), { attempts: 2, waitMs: 10, afterCrash: "repeat" }));
        if (run.failed(a)) await run.call("b", ($s) => ({ method: "POST", url: ${to("handled")}, body: { code: a.error.code } }));
      },
      async () => {
        await run.forEach("c", ($s) => ({ items: ["x", "y", "z"], atOnce: 2 }), async (run, c) => {
          const d = await run.call("d", ($s) => ({ method: "POST", url: ${to("round")}, body: [c.item, "d" + c.index + " random " + Math.random()] }));
          return ($s) => d.body;
        });
      });
    const f = await run.set("f", ($s) => "f clock " + Date.now());
    return run.return("e", ($s) => f);`,

  "a loop that only computes, and calls after it": () => `
    const a = await run.forEach("a", ($s) => ({ items: [1, 2, 3, 4, 5, 6, 7, 8] }), async (run, a) => {
      const b = await run.code("b", ($s) => null, ($s) => () => ({ drawn: "round" + a.item + " random " + Math.random() }));
      return ($s) => b.drawn;
    });
    const c = await run.call("c", ($s) => ({ method: "POST", url: ${to("looped")}, body: a }));
    const d = await run.forEach("d", ($s) => ({ items: a, atOnce: 3 }), async (run, d) => {
      const e = await run.set("e", ($s) => [d.item, d.index]);
      return ($s) => e;
    });
    await run.call("f", ($s) => ({ method: "POST", url: ${to("looped-end")}, body: d }));
    return run.return("g", ($s) => [a, c.body.path, d]);`,

  "waits and another automation": () => `
    const a = await run.code("a", ($s) => null, ($s) => () => ${drawn("a")});
    await run.parallel(
      async () => { await run.wait("b", ($s) => ({ for: "time", ms: 3600000 })); await run.call("c", ($s) => ({ method: "POST", url: ${to("awake")}, body: a })); },
      async () => { const d = await run.automation("d", ($s) => ({ automation: "Nested", arguments: {} })); await run.log("e", ($s) => ({ level: "info", message: d })); });
    return run.return("f", ($s) => a);`,
};

interface Outcome {
  execution: object;
  steps: object[];
  effects: object[];
  called: string[];
  records: object[];
}

/** What came of an execution: all that a person or another system can see of it, without what is only ever new. */
async function outcomeOf(id: string): Promise<Outcome> {
  const [execution] = await rowsOf(
    `SELECT status, output, error, handled_failures, statements, decisions <> '[]' AS "isDecided" FROM execution WHERE id = $1`,
    id,
  );
  const { isDecided: _decided, ...rest } = execution;
  const { workspaceId } = test;
  const journal = await readJournal(test.app, { workspaceId, userId: null, name: "", role: "builder" }, id);
  const steps = journal.steps
    .map(({ ordinal: _order, startedAt: _at, durationMs: _took, ...step }) => step)
    .sort((one, other) => placeOf(one).localeCompare(placeOf(other)));
  // An answer that a person gave in the place of the service's has no headers.
  const effects = await rowsOf(
    `SELECT node_id, path, attempt, ordinal, kind, target, status, request, CASE json_typeof(result) WHEN 'object' THEN result::jsonb - 'headers' ELSE result::jsonb END AS result, error
       FROM execution_effect WHERE execution_id = $1 ORDER BY node_id, path, attempt, ordinal`,
    id,
  );
  const records = await rowsOf(
    `SELECT r.data FROM crm_record r JOIN record_event ev ON ev.record_id = r.id JOIN execution e ON e.id = ev.execution_id
      WHERE e.id = $1 OR e.cause_execution_id = $1 ORDER BY r.data::text`,
    id,
  );
  const called = calledOnce();
  return { execution: rest, steps, effects, called, records };
}

const placeOf = ({ nodeId, path, attempt }: { nodeId: string; path: string; attempt: number }) =>
  `${nodeId}/${path}/${attempt}`;

/** What may be called again is listed once; everything else as often as it was called. */
function calledOnce(): string[] {
  const listed = calls.map(({ method, path, body }) => ({
    text: `${method} ${path} ${JSON.stringify(body)}`,
    method,
    path,
  }));
  const again = listed.filter(({ method, path }) => method === "GET" || path === "/again");
  const once = listed.filter((call) => !again.includes(call));
  return [...once.map(({ text: one }) => one), ...new Set(again.map(({ text: one }) => one))].sort();
}

const DRAWN = /(\w+ (?:random|clock)) [\d.e-]+/g;

/** Checks that each step drew one number and saw one time, wherever they turn up, and leaves them out. */
function settled(outcome: Outcome): Json {
  const written = JSON.stringify(outcome);
  const values = new Map<string, Set<string>>();
  for (const [whole, name = ""] of written.matchAll(DRAWN))
    values.set(name, (values.get(name) ?? new Set()).add(whole));
  for (const [name, drawnValues] of values) expect([name, drawnValues.size]).toEqual([name, 1]);
  return JSON.parse(
    written
      .replace(DRAWN, "$1")
      .replace(/"Idempotency-Key":"[0-9a-f]{32}"/g, '"Idempotency-Key":"<key>"')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<id>")
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>"),
  ) as Json;
}

/** Everything that was running lost its process, and a living one takes it over, wakes and decides, to the end. */
async function goOnToTheEnd(id: string): Promise<void> {
  await rowsOf("UPDATE execution SET lease_until = now() - interval '1 second' WHERE status = 'running'");
  for (let round = 0; round < 30; round++) {
    const taken = [...(await sweepOrphans(test.app)), ...(await wakeWaiting(test.app))];
    await Promise.all(taken.map(({ finished }) => finished));
    const [{ status }] = await rowsOf("SELECT status FROM execution WHERE id = $1", id);
    if (isFinal(status)) return;
    await decideTruly();
    await rowsOf("UPDATE wait_ticket SET due_at = now() - interval '1 second'");
    await rowsOf("UPDATE execution SET wake_at = now() WHERE status = 'waiting' AND wake_at IS NOT NULL");
    await findAnswered(test.app);
  }
  const [row] = await rowsOf("SELECT status, error, worker_losses, fence FROM execution WHERE id = $1", id);
  throw new Error(`it came to no end: ${JSON.stringify(row)}`);
}

/** The person looks into the service: what is there was done. */
async function decideTruly(): Promise<void> {
  const asked = await rowsOf(
    `SELECT e.id, e.fence::text AS revision, f.idempotency_key AS key FROM execution e JOIN execution_effect f
        ON f.execution_id = e.id AND f.node_id = e.error->>'nodeId' AND f.path = e.error->'params'->>'path'
       AND f.attempt = (e.error->'params'->>'attempt')::int AND f.ordinal = (e.error->'params'->>'ordinal')::int
      WHERE e.status = 'needs-decision' AND f.status = 'unknown'`,
  );
  for (const { id, revision, key } of asked) {
    const made = calls.find((call) => call.key === key);
    const value: Json = made ? { path: made.path, body: made.body } : null;
    const decision = { workspaceId: test.workspaceId, executionId: id, revision, value, by: null };
    expect(await settleDecision(test.app, { ...decision, choice: made ? "done" : "again" })).toBe(true);
  }
}

const startOf = (version: VersionToRun) => pressed(test.workspaceId, version, { requestId: uuidv7() });

async function uninterrupted(version: VersionToRun): Promise<Outcome> {
  calls = [];
  const { executionId } = await execute(test.app, startOf(version));
  lastSeen = executionId;
  await goOnToTheEnd(executionId);
  return outcomeOf(executionId);
}

/** @returns null when it came to its end before that commit */
async function interrupted(version: VersionToRun, death: Death): Promise<Outcome | "never begun" | null> {
  calls = [];
  const dying = dyingApp(test.app, death);
  const started = startExecution(dying.app, startOf(version));
  const ended = started
    .then(({ finished }) => finished)
    .then(
      () => "ended",
      () => "lost",
    );
  const what = await Promise.race([ended, dying.dead.then(() => "dead")]);
  const [row] = await rowsOf(
    "SELECT id FROM execution WHERE automation_id = $1 ORDER BY id DESC LIMIT 1",
    version.automationId,
  );
  const isNew = row && row.id !== lastSeen;
  if (isNew) lastSeen = row.id;
  if (what === "ended") {
    if (isNew) await goOnToTheEnd(row.id);
    return null;
  }
  if (!isNew) {
    dying.bury();
    await ended;
    return "never begun";
  }
  await goOnToTheEnd(row.id);
  dying.bury();
  await ended;
  return outcomeOf(row.id);
}

let lastSeen = "";

describe.each(Object.keys(PROGRAMS))("%s", (name) => {
  it("comes to the same, whichever commit its process dies at", { timeout: 240_000 }, async () => {
    const { version } = await liveAutomation(test, name, PROGRAMS[name]?.() ?? "", { type: "button" });
    const expected = settled(await uninterrupted(version));
    let deaths = 0;
    for (let commit = 1; ; commit++) {
      const outcomes = [];
      for (const when of ["before", "after"] as const) {
        const outcome = await interrupted(version, { commit, when });
        outcomes.push(outcome);
        if (outcome === null) continue;
        deaths++;
        if (outcome === "never begun") expect([calls, commit, when]).toEqual([[], 1, "before"]);
        else
          expect({ commit, when, ...(settled(outcome) as object) }).toEqual({ commit, when, ...(expected as object) });
      }
      if (outcomes.every((outcome) => outcome === null)) break;
    }
    expect(deaths).toBeGreaterThan(8);
  });

  it("comes to the same, whichever call its sandbox process dies at", { timeout: 120_000 }, async () => {
    const { version } = await liveAutomation(test, name, PROGRAMS[name]?.() ?? "", { type: "button" });
    const outcome = await uninterrupted(version);
    const expected = settled(outcome);
    for (let call = 1; call <= outcome.called.length; call++) {
      calls = [];
      onCall = () => {
        if (calls.length === call) killSandboxes();
      };
      const { executionId } = await execute(test.app, startOf(version));
      await goOnToTheEnd(executionId);
      onCall = () => {};
      expect({ call, ...(settled(await outcomeOf(executionId)) as object) }).toEqual({ call, ...(expected as object) });
    }
  });
});

/** Ends the sandbox processes that this test's own process has started. */
function killSandboxes(): void {
  for (const task of readdirSync("/proc/self/task")) {
    const children = readFileSync(`/proc/self/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number);
    for (const pid of children) {
      if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--disable-proto=delete")) process.kill(pid, "SIGKILL");
    }
  }
}
