import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AutomationDocument, GraphNode } from "@/core/graph/document";
import { expression, literal } from "@/core/values/value";
import { importDocument } from "@/server/automations/import-document";
import { setPaused } from "@/server/automations/set-paused";
import { saveRecord } from "@/server/records/save-record";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let builder: Caller;
let sam: Caller;

beforeAll(async () => {
  test = await createTestApp();
  builder = await createCaller(test, "builder");
  sam = await createCaller(test, "member");
});
afterAll(() => test.close());

const node = (id: string, type: string, config: GraphNode["config"]): GraphNode => ({
  id,
  type,
  name: id,
  label: `The ${id}`,
  config,
});
const button = (label: string, more = {}) => node("lead", "button", { module: "Leads", label, ...more });
const markSubscribed = node("mark", "record.update", {
  module: "Leads",
  id: expression("lead.record.id"),
  fields: { Mailing_Status: literal("Subscribed") },
});
const answer = node("answer", "return", {
  value: expression("`${lead.record.First_Name} is on the list, says ${lead.user.name}`"),
});
const fail = node("fail", "code", { code: 'throw new Error("no paper");' });

/** Publishes these nodes, joined one after the other. @returns the automation's id */
async function publish(name: string, nodes: GraphNode[]): Promise<string> {
  const edges = nodes.slice(1).map((to, index) => ({ from: nodes[index]!.id, handle: "then", to: to.id }));
  const document: AutomationDocument = {
    format: "millrace/automation",
    schemaVersion: 2,
    name,
    nodes,
    edges,
    layout: {},
  };
  const { id, published, diagnostics } = await importDocument(test.app, builder.actor, { document, publish: true });
  expect(published, JSON.stringify(diagnostics)).not.toBeNull();
  return id;
}

async function newLead(): Promise<string> {
  const data = { First_Name: "Maria", Last_Name: "Rossi" };
  const { record } = await saveRecord(test.app, sam.actor, { module: "Leads", data });
  return record.id;
}

const press = (caller: Caller, automationId: string, recordId: string, requestId = uuidv7()) =>
  caller.api.triggers.press({ automationId, nodeId: "lead", module: "Leads", recordId, requestId });

describe("pressing a button", () => {
  it("runs as the person who pressed, answers their message and what changed", async () => {
    const automation = await publish("Add", [button("Add"), markSubscribed, answer]);
    const lead = await newLead();
    const result = await press(sam, automation, lead);
    expect(result).toMatchObject({
      status: "succeeded",
      message: `Maria is on the list, says ${sam.actor.name}`,
      changed: { Mailing_Status: { from: "Not subscribed", to: "Subscribed" } },
      handledFailures: 0,
      failure: null,
    });
    const { entries, touchedByAutomation } = await sam.api.records.timeline({ id: lead });
    expect(touchedByAutomation).toBe(true);
    expect(entries[0]).toMatchObject({
      kind: "updated",
      source: "automation",
      person: sam.actor.name,
      execution: { id: result.executionId, automation: "Add", mayOpen: true },
    });
  });

  it("is one run however often the request is sent", async () => {
    const automation = await publish("Once", [button("Once"), markSubscribed]);
    const lead = await newLead();
    const requestId = uuidv7();
    const results = await Promise.all([1, 2, 3].map(() => press(sam, automation, lead, requestId)));
    expect(new Set(results.map(({ executionId }) => executionId)).size).toBe(1);
    expect(await test.app.db.execution.count({ where: { automationId: automation } })).toBe(1);

    const progress = await sam.api.triggers.pressProgress({ requestId });
    expect(progress.result).toEqual(results[0]);
    const other = await createCaller(test, "member");
    expect(await other.api.triggers.pressProgress({ requestId })).toEqual({ step: null, result: null });
  });

  it("tells what failed and what was done before", async () => {
    const automation = await publish("Mark and fail", [button("Mark and fail"), markSubscribed, fail]);
    const result = await press(sam, automation, await newLead());
    expect(result).toMatchObject({
      status: "failed",
      message: null,
      changed: { Mailing_Status: { to: "Subscribed" } },
      failure: { fault: "automation", done: [{ kind: "record.update", state: "done" }], owner: builder.actor.name },
    });
    expect(result.failure?.headline.key).toMatch(/^headline\.CODE_THREW/);
  });

  it("is refused when the automation is paused, the record is gone or the button is another's", async () => {
    const automation = await publish("Paused", [button("Paused"), answer]);
    const lead = await newLead();
    const contact = await saveRecord(test.app, sam.actor, { module: "Contacts", data: { Last_Name: "Bianchi" } });
    await expect(press(sam, automation, contact.record.id)).rejects.toThrow("NOT_FOUND");
    const wrongModule = { automationId: automation, nodeId: "lead", module: "Contacts", recordId: contact.record.id };
    await expect(sam.api.triggers.press({ ...wrongModule, requestId: uuidv7() })).rejects.toThrow("NOT_FOUND");
    await setPaused(test.app, builder.actor, { id: automation, paused: true });
    // The pause reaches the process that answers a press as a notice, a moment later.
    const refusal = () => press(sam, automation, lead).then(({ status }) => status, String);
    await expect.poll(refusal).toContain("NOT_LIVE");
  });

  it("is remembered on the record", async () => {
    const automation = await publish("Remember", [button("Remember"), answer]);
    const lead = await newLead();
    const { executionId } = await press(sam, automation, lead);
    const seen = await builder.api.triggers.lastPresses({ recordId: lead });
    expect(seen).toMatchObject([
      { automationId: automation, executionId, person: sam.actor.name, isOwn: false, status: "succeeded" },
    ]);
  });
});

describe("the buttons of a record type", () => {
  it("are those that are live, with their question and what they will do", async () => {
    const automation = await publish("Ask first", [button("Ask first", { confirmation: "Sure?" }), markSubscribed]);
    const live = await sam.api.triggers.buttons({ module: "Leads" });
    expect(live.find(({ automationId }) => automationId === automation)).toMatchObject({
      label: "Ask first",
      confirmation: "Sure?",
      automationName: "Ask first",
      willDo: [{ key: expect.any(String) }],
    });
    expect(live.map(({ label }) => label)).not.toContain("Paused");
    expect(await sam.api.triggers.buttons({ module: "Accounts" })).toEqual([]);
  });
});

describe("an API name", () => {
  const api = (apiName: string) => node("call", "api", { apiName, arguments: [] });

  it("belongs to one automation, which the refusal names", async () => {
    const first = await publish("First", [api("new_lead"), node("done", "return", { value: literal(1) })]);
    await expect(
      publish("Second", [api("new_lead"), node("done", "return", { value: literal(2) })]),
    ).rejects.toMatchObject({
      code: "NAME_TAKEN",
      params: { apiName: "new_lead", name: "First" },
      details: { automationId: first },
    });
  });
});
