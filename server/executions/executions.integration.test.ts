import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shortId } from "@/core/execution/short-id";
import { seedAutomation } from "@/prisma/seed/automation";
import { seedConnections } from "@/prisma/seed/connections";
import { type DemoService, startDemoService } from "@/server/demo-service";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let service: DemoService;
let dataFolder: string;
let builder: Caller;
let sam: Caller;
let ana: Caller;
let automationId: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "millrace-history-"));
  service = await startDemoService({ dataFolder, log: pino({ level: "silent" }) });
  test = await createTestApp({}, { allow: [service.hostPort] });
  builder = await createCaller(test, "builder");
  sam = await createCaller(test, "member");
  ana = await createCaller(test, "member");
  const demo = { workspaceId: test.workspaceId, mailingList: service };
  await seedConnections(test.app, demo);
  await seedAutomation(test.app, demo);
  const [automation] = await builder.api.automations.list({ search: "Add to mailing list" });
  automationId = automation?.id ?? "";
});
afterAll(async () => {
  await test.close();
  await service.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

/** Makes a lead and presses the demo's button on it. */
async function press(caller: Caller, lead: { First_Name: string; Last_Name: string; Email: string | null }) {
  const { record } = await caller.api.records.create({ module: "Leads", data: lead });
  // The record's history has the database's time.
  test.clock.set(new Date());
  const { executionId } = await caller.api.triggers.press({
    automationId,
    nodeId: "button",
    module: "Leads",
    recordId: record.id,
    requestId: randomUUID(),
  });
  return { executionId, leadId: record.id };
}

describe("a run that went well", () => {
  it("shows what every step took and gave, and what was done outside", async () => {
    const { executionId, leadId } = await press(sam, {
      First_Name: "Maria",
      Last_Name: "Rossi",
      Email: "Maria@Rossi.it",
    });
    const run = await sam.api.executions.get({ id: executionId });

    expect(run).toMatchObject({
      status: "succeeded",
      handledFailures: 0,
      output: "Maria Rossi is on the mailing list.",
      record: { module: "Leads", id: leadId, name: "Maria Rossi" },
      startedBy: { name: sam.actor.name },
      causes: [],
      automation: { id: automationId, name: "Add to mailing list" },
      version: { number: 1, liveNumber: 1 },
    });
    expect(run.steps.map(({ nodeId, status }) => [nodeId, status])).toEqual([
      ["button", "succeeded"],
      ["subscriber", "succeeded"],
      ["add", "succeeded"],
      ["mark", "succeeded"],
      ["done", "succeeded"],
    ]);
    expect(run.steps[1]).toMatchObject({
      input: { email: "Maria@Rossi.it", firstName: "Maria", lastName: "Rossi" },
      output: { email: "maria@rossi.it", firstName: "Maria", lastName: "Rossi" },
    });
    expect(run.steps[1]?.statements).toBeGreaterThan(1);
    expect(run.summary).toMatchObject([
      { nodeId: "add", kind: "call", state: "done" },
      { nodeId: "mark", kind: "record.update", state: "done" },
    ]);
    const { record } = await sam.api.records.get({ module: "Leads", id: leadId });
    expect(record.Mailing_Status).toBe("Subscribed");
  });

  it("never shows the connection's key", async () => {
    const { executionId } = await press(sam, { First_Name: "Bo", Last_Name: "Berg", Email: "bo@example.com" });
    const run = await sam.api.executions.get({ id: executionId });
    expect(JSON.stringify(run)).not.toContain(service.apiKey);
  });
});

describe("a bad e-mail address", () => {
  it("is handled, quoted in the service's own words, and traced to the lead's field and who typed it", async () => {
    const { executionId, leadId } = await press(sam, {
      First_Name: "Maria",
      Last_Name: "Bianchi",
      Email: "Maria@rossi",
    });
    const run = await sam.api.executions.get({ id: executionId });
    expect(run).toMatchObject({ status: "succeeded", handledFailures: 1 });
    const [cause] = run.causes;
    expect(cause).toMatchObject({
      handled: true,
      fault: "data",
      said: "email: not a valid address",
      step: { nodeId: "add", label: "Add a member" },
      headline: { key: "headline.HTTP_REFUSED_VALUE", params: { label: "e-mail", value: "maria@rossi" } },
      offending: { label: "E-mail", value: "maria@rossi" },
      error: { status: 400 },
    });
    expect(
      cause?.chain.map((link) => (link.kind === "record" ? `record ${link.field}` : `${link.kind} ${link.nodeId}`)),
    ).toEqual(["setting add", "output subscriber", "setting subscriber", "record Email"]);
    expect(cause?.writer).toMatchObject({ source: "page", person: sam.actor.name });
    expect(cause?.actions[0]).toEqual({ kind: "edit-record", module: "Leads", recordId: leadId, field: "Email" });
    expect(run.summary).toMatchObject([
      { nodeId: "add", kind: "call", state: "failed" },
      { nodeId: "mark", kind: "record.update", state: "not-done" },
    ]);
    expect(run.steps.find(({ nodeId }) => nodeId === "note")?.log[0]?.text).toContain("maria@rossi");
  });
});

describe("the list of runs", () => {
  it("shows members their own and builders everybody's", async () => {
    const { executionId } = await press(ana, { First_Name: "Own", Last_Name: "Run", Email: "own@example.com" });
    const seenByAna = await ana.api.executions.list({ filter: {} });
    expect(seenByAna.items.map(({ id }) => id)).toEqual([executionId]);
    const seenBySam = await sam.api.executions.list({ filter: {}, limit: 100 });
    expect(seenBySam.items.map(({ id }) => id)).not.toContain(executionId);
    await expect(sam.api.executions.get({ id: executionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const seenByBuilder = await builder.api.executions.list({ filter: {}, limit: 100 });
    expect(seenByBuilder.items.map(({ id }) => id)).toContain(executionId);
  });

  it("pages by key: every run once, newest first", async () => {
    for (let run = 0; run < 3; run += 1) {
      await press(sam, { First_Name: "Page", Last_Name: `Number ${run}`, Email: `page${run}@example.com` });
    }
    const whole = await builder.api.executions.list({ filter: {}, limit: 100 });
    const paged: string[] = [];
    let cursor: Awaited<ReturnType<typeof builder.api.executions.list>>["nextCursor"] = null;
    do {
      const page: Awaited<ReturnType<typeof builder.api.executions.list>> = await builder.api.executions.list({
        filter: {},
        limit: 2,
        cursor,
      });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(whole.items.map(({ id }) => id));
    expect(new Set(paged).size).toBe(paged.length);
    expect(await builder.api.executions.count({ filter: {} })).toEqual({ count: paged.length, more: false });
  });

  it("says in one line what came of a run", async () => {
    const { executionId } = await press(sam, { First_Name: "One", Last_Name: "Line", Email: "one@example.com" });
    const { items } = await sam.api.executions.list({ filter: { search: "One Line" } });
    expect(items).toMatchObject([
      {
        id: executionId,
        outcome: { key: "outcome.message", params: { message: "One Line is on the mailing list." } },
        record: { name: "One Line" },
        attempt: 1,
      },
    ]);
  });

  it("finds a run by its short id, by what was given to it, and by status", async () => {
    const { executionId } = await press(sam, {
      First_Name: "Needle",
      Last_Name: "Haystack",
      Email: "needle-7@example.com",
    });
    const ids = async (filter: Parameters<typeof sam.api.executions.list>[0]["filter"]) =>
      (await builder.api.executions.list({ filter, limit: 100 })).items.map(({ id }) => id);
    expect(await ids({ search: `#${shortId(executionId)}` })).toEqual([executionId]);
    expect(await ids({ search: "needle-7@" })).toEqual([executionId]);
    expect(await ids({ search: "50%_of" })).toEqual([]);
    expect(await ids({ status: "failed" })).not.toContain(executionId);
    expect(await ids({ status: "succeeded", trigger: "button", automationId })).toContain(executionId);
    expect(await ids({ from: new Date(test.clock.now().getTime() + 1_000) })).toEqual([]);
  });
});

describe("a test of a draft", () => {
  it("runs a snapshot that nothing changes any more, and stops before the first effect when asked to", async () => {
    const { record } = await sam.api.records.create({
      module: "Leads",
      data: { First_Name: "Dry", Last_Name: "Run", Email: "dry@example.com" },
    });
    const { revision, document } = await builder.api.automations.get({ id: automationId });
    const { executionId } = await builder.api.automations.test({
      id: automationId,
      revision,
      stopBeforeEffects: true,
      record: { module: "Leads", id: record.id },
    });
    const run = await ended(builder, executionId);
    expect(run).toMatchObject({ mode: "test", error: { code: "TEST_STOPPED" }, version: { number: null } });
    expect(run.effects).toEqual([]);
    expect(run.document).toEqual(document);
    const after = await sam.api.records.get({ module: "Leads", id: record.id });
    expect(after.record.Mailing_Status).toBe("Not subscribed");
  });

  it("does not count as a failure of the automation", async () => {
    const [automation] = await builder.api.automations.list({ search: "Add to mailing list" });
    expect(automation?.health.failures7d).toBe(0);
    expect(automation?.health.lastRun).toMatchObject({ status: "succeeded" });
  });
});

describe("running again", () => {
  it("repeats with the same input and links both ways", async () => {
    const { executionId } = await press(sam, { First_Name: "Twice", Last_Name: "Done", Email: "twice@example.com" });
    const { executionId: againId } = await sam.api.executions.rerun({ id: executionId, version: "live" });
    const again = await ended(sam, againId);
    const first = await sam.api.executions.get({ id: executionId });
    expect(again).toMatchObject({ status: "succeeded", rerunOf: executionId, input: first.input });
    expect(first.reruns).toEqual([againId]);
  });

  it("runs on the version that ran, whatever is live by now", async () => {
    const { executionId } = await press(sam, {
      First_Name: "Pinned",
      Last_Name: "Version",
      Email: "pinned@example.com",
    });
    const { revision, document } = await builder.api.automations.get({ id: automationId });
    const nodes = document.nodes.map((node) =>
      node.id === "done" ? { ...node, config: { value: { kind: "literal" as const, value: "New words." } } } : node,
    );
    await builder.api.automations.saveDraft({ id: automationId, revision, document: { ...document, nodes } });
    await builder.api.automations.publish({ id: automationId, revision: revision + 1 });

    const same = await ended(sam, (await sam.api.executions.rerun({ id: executionId, version: "same" })).executionId);
    expect(same).toMatchObject({
      output: "Pinned Version is on the mailing list.",
      version: { number: 1, liveNumber: 2 },
    });
    const live = await ended(sam, (await sam.api.executions.rerun({ id: executionId, version: "live" })).executionId);
    expect(live).toMatchObject({ output: "New words.", version: { number: 2 } });
  });
});

describe("running again what was paused or deleted", () => {
  it("is refused, on the version that ran too", async () => {
    const { executionId } = await press(sam, { First_Name: "Too", Last_Name: "Late", Email: "late@example.com" });
    const rerun = (version: "live" | "same") => sam.api.executions.rerun({ id: executionId, version });

    await builder.api.automations.pause({ id: automationId });
    for (const version of ["live", "same"] as const)
      await expect(rerun(version)).rejects.toMatchObject({ cause: { code: "NOT_LIVE" } });
    await builder.api.automations.resume({ id: automationId });
    await ended(sam, (await rerun("same")).executionId);

    await builder.api.automations.delete({ id: automationId });
    for (const version of ["live", "same"] as const)
      await expect(rerun(version)).rejects.toMatchObject({ cause: { code: "NOT_FOUND" } });
  });
});

/** Follows an execution to its end the way the page does: by its changes. */
async function ended(caller: Caller, id: string) {
  const changes = await caller.api.executions.changes({ id });
  const iterator = changes[Symbol.asyncIterator]();
  let run: Awaited<ReturnType<typeof caller.api.executions.get>>;
  do {
    await iterator.next();
    run = await caller.api.executions.get({ id });
  } while (run.finishedAt === null);
  await iterator.return?.();
  return run;
}
