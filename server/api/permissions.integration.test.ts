import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { AppError, ERRORS } from "@/core/execution/errors";
import { DOCUMENT_FORMAT, SCHEMA_VERSION } from "@/core/graph/document";
import { ROLES, type Role, roleAllows } from "@/core/users/roles";
import { rootRouter } from "@/server/api/root";
import { ensureStandardModules } from "@/server/records/ensure-standard-modules";
import { type Caller, createCaller, createStranger } from "@/tests/fixtures/caller";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

/** What we ask of each procedure, whatever its types. */
interface AnyProcedure {
  _def: { meta?: { role?: Role | "public" }; inputs: z.ZodType[]; type: "query" | "mutation" | "subscription" };
}

const procedures = Object.entries(rootRouter._def.procedures as unknown as Record<string, AnyProcedure>);
const VISITORS = ["public", ...ROLES] as const;
type Visitor = (typeof VISITORS)[number];

let millrace: TestApp;
const callers = new Map<Visitor, Caller["api"]>();
beforeAll(async () => {
  millrace = await createTestApp();
  callers.set("public", createStranger(millrace));
  for (const role of ROLES) callers.set(role, (await createCaller(millrace, role)).api);
});
afterAll(() => millrace.close());

/** @returns the HTTP status a call ends with, and its answer when it is 200. */
async function call(api: Caller["api"], path: string, input?: unknown): Promise<{ status: number; answer: unknown }> {
  const procedure = path
    .split(".")
    .reduce<unknown>((target, name) => (target as Record<string, unknown>)[name], api) as (
    input?: unknown,
  ) => Promise<unknown>;
  try {
    return { status: 200, answer: await procedure(input) };
  } catch (error) {
    const { cause, code } = error as { cause?: unknown; code?: string };
    if (cause instanceof AppError) return { status: ERRORS[cause.code].httpStatus, answer: null };
    return { status: code === "BAD_REQUEST" ? 400 : 500, answer: null };
  }
}

describe("who may call what", () => {
  test.each(procedures)("%s says which role it is for", (_path, procedure) => {
    expect(VISITORS).toContain(procedure._def.meta?.role);
  });

  const cases = procedures.flatMap(([path, { _def }]) =>
    VISITORS.map((visitor) => ({ path, visitor, needed: _def.meta?.role ?? "administrator" })),
  );
  test.each(cases)("$path, called by $visitor, is for $needed", async ({ path, visitor, needed }) => {
    const { status } = await call(callers.get(visitor) as Caller["api"], path);
    const allowed = needed === "public" || (visitor !== "public" && roleAllows(visitor, needed));
    if (allowed) expect([200, 400, 409]).toContain(status);
    else expect(status).toBe(visitor === "public" ? 401 : 403);
  });
});

/** One of everything, in another workspace. */
interface Foreign {
  automation: string;
  function: string;
  connection: string;
  record: string;
  execution: string;
  apiKey: string;
  variable: string;
  wait: string;
  session: string;
  request: string;
}

/** For each procedure that takes an id: the input that would reach into another workspace. */
const REACHING: Record<string, (foreign: Foreign) => object> = {
  "users.revokeSession": ({ session }) => ({ id: session }),
  "records.get": ({ record }) => ({ module: "Leads", id: record }),
  "records.timeline": ({ record }) => ({ id: record }),
  "records.update": ({ record }) => ({ module: "Leads", id: record, data: { Last_Name: "Mine" }, revision: 1 }),
  "records.delete": ({ record }) => ({ module: "Leads", id: record }),
  "automations.get": ({ automation }) => ({ id: automation }),
  "automations.rename": ({ automation }) => ({ id: automation, name: "Mine" }),
  "automations.duplicate": ({ automation }) => ({ id: automation, name: "Mine" }),
  "automations.delete": ({ automation }) => ({ id: automation, force: true }),
  "automations.pause": ({ automation }) => ({ id: automation }),
  "automations.resume": ({ automation }) => ({ id: automation }),
  "automations.saveDraft": ({ automation }) => ({ id: automation, revision: 1, document: DOCUMENT }),
  "automations.check": ({ automation }) => ({ id: automation }),
  "automations.publishPreview": ({ automation }) => ({ id: automation }),
  "automations.publish": ({ automation }) => ({ id: automation, revision: 1 }),
  "automations.versions": ({ automation }) => ({ id: automation }),
  "automations.version": ({ automation }) => ({ id: automation, number: 1 }),
  "automations.code": ({ automation }) => ({ id: automation, which: "draft" }),
  "automations.export": ({ automation }) => ({ id: automation }),
  "automations.test": ({ automation }) => ({ id: automation, stopBeforeEffects: true }),
  "automations.runManual": ({ automation }) => ({ id: automation }),
  "functions.get": ({ function: id }) => ({ id }),
  "functions.saveDraft": ({ function: id }) => ({ id, source: FUNCTION, revision: 1 }),
  "functions.publishPreview": ({ function: id }) => ({ id }),
  "functions.publish": ({ function: id }) => ({ id, revision: 1 }),
  "functions.callersBehind": ({ function: id }) => ({ id }),
  "functions.republishCallers": ({ function: id, automation }) => ({ id, automationIds: [automation], note: "Mine" }),
  "functions.versions": ({ function: id }) => ({ id }),
  "functions.version": ({ function: id }) => ({ id, number: 1 }),
  "functions.execute": ({ function: id }) => ({ id, arguments: { email: "a@example.com" } }),
  "functions.attachToButton": ({ function: id }) => ({
    id,
    module: "Leads",
    label: "Mine",
    arguments: { email: { from: "field", field: "Email" } },
  }),
  "functions.delete": ({ function: id }) => ({ id }),
  "executions.get": ({ execution }) => ({ id: execution }),
  "executions.code": ({ execution }) => ({ id: execution }),
  "executions.cancel": ({ execution }) => ({ id: execution }),
  "executions.decide": ({ execution }) => ({ id: execution, revision: "1", choice: "again" }),
  "executions.rerun": ({ execution }) => ({ id: execution, version: "same" }),
  "triggers.press": ({ automation, record }) => ({
    automationId: automation,
    nodeId: "start",
    module: "Leads",
    recordId: record,
    requestId: randomUUID(),
  }),
  "triggers.pressProgress": ({ request }) => ({ requestId: request }),
  "triggers.lastPresses": ({ record }) => ({ recordId: record }),
  "connections.get": ({ connection }) => ({ id: connection }),
  "connections.update": ({ connection }) => ({ id: connection, name: "Mine" }),
  "connections.delete": ({ connection }) => ({ id: connection }),
  "connections.test": ({ connection }) => ({ id: connection }),
  "variables.update": ({ variable }) => ({ id: variable, name: "mine", kind: "plain", value: "mine" }),
  "variables.delete": ({ variable }) => ({ id: variable }),
  "waits.decide": ({ wait }) => ({ id: wait, decision: "approved" }),
  "apiKeys.list": ({ automation }) => ({ automationId: automation }),
  "apiKeys.create": ({ automation }) => ({ automationId: automation, name: "Mine" }),
  "apiKeys.revoke": ({ apiKey }) => ({ id: apiKey }),
};

/** A subscription ends only with its listener; that it passes on changes of its own workspace alone is tested beside it. */
const SUBSCRIPTIONS = procedures.filter(([, { _def }]) => _def.type === "subscription").map(([path]) => path);

const DOCUMENT = {
  format: DOCUMENT_FORMAT,
  schemaVersion: SCHEMA_VERSION,
  name: "Mine",
  nodes: [],
  edges: [],
  layout: {},
};
const FUNCTION = "export function theirs(email: string): string {\n  return email;\n}\n";

describe("another workspace", () => {
  let foreign: Foreign;
  let workspaceId: string;
  beforeAll(async () => {
    workspaceId = await addWorkspace(millrace);
    foreign = await fill(millrace, workspaceId);
  });

  test("is tried with every procedure that takes an id", () => {
    const taking = procedures.filter(([, { _def }]) => takesId(_def.inputs[0])).map(([path]) => path);
    expect([...Object.keys(REACHING), ...SUBSCRIPTIONS].sort()).toEqual([...taking].sort());
  });

  test.each(Object.entries(REACHING))("is out of reach of %s", async (path, input) => {
    const before = await contents(millrace, workspaceId);
    const { status, answer } = await call(callers.get("administrator") as Caller["api"], path, input(foreign));
    if (status === 200) expect(isNothing(answer), `answered ${JSON.stringify(answer)}`).toBe(true);
    else expect(status).toBe(404);
    expect(await contents(millrace, workspaceId)).toEqual(before);
  });
});

function takesId(input: z.ZodType | undefined): boolean {
  const shape = (input as { shape?: Record<string, unknown> } | undefined)?.shape ?? {};
  return Object.keys(shape).some((key) => key === "id" || (key.endsWith("Id") && key !== "ownerId"));
}

/** An empty answer: nothing of the other workspace is in it. */
function isNothing(answer: unknown): boolean {
  if (answer === null || answer === undefined || answer === false) return true;
  if (Array.isArray(answer)) return answer.length === 0;
  return typeof answer === "object" && Object.values(answer).every(isNothing);
}

async function addWorkspace({ app }: TestApp): Promise<string> {
  const id = uuidv7();
  await app.db.workspace.create({ data: { id, name: "Theirs", timeZone: "UTC" } });
  const client = await app.pool.connect();
  await ensureStandardModules(client, id).finally(() => client.release());
  return id;
}

async function fill(test: TestApp, workspaceId: string): Promise<Foreign> {
  const { db } = test.app;
  const { actor, api } = await createCaller({ ...test, workspaceId }, "administrator");
  const userId = actor.userId ?? "";
  const automation = await api.automations.create({ name: "Theirs" });
  const made = await api.functions.create({ source: FUNCTION });
  const connection = await api.connections.create({
    serviceKey: null,
    name: "Theirs",
    baseUrl: "https://api.example.com",
    auth: { kind: "api-key", placement: "header", parameter: "Authorization", prefix: "Bearer " },
    secret: "their-secret",
  });
  const { record } = await api.records.create({ module: "Leads", data: { Last_Name: "Theirs" } });
  const variable = await api.variables.create({ name: "theirs", kind: "plain", value: "theirs" });
  const apiKey = await api.apiKeys.create({ automationId: automation.id, name: "Theirs" });
  const session = await db.session.create({
    data: { id: uuidv7(), token: randomUUID(), userId, expiresAt: new Date(Date.now() + 3_600_000) },
  });
  const version = await db.automationVersion.create({
    data: {
      id: uuidv7(),
      workspaceId,
      automationId: automation.id,
      kind: "published",
      number: 1,
      document: { ...DOCUMENT },
      typescript: "",
      javascript: "",
      lineMap: [],
      abi: 1,
      functionVersions: [],
      createdById: userId,
    },
  });
  const request = randomUUID();
  const execution = await db.execution.create({
    data: {
      id: uuidv7(),
      workspaceId,
      automationId: automation.id,
      versionId: version.id,
      mode: "live",
      status: "running",
      triggerType: "button",
      triggerNodeId: "start",
      input: {},
      module: "Leads",
      recordId: record.id,
      recordName: "Theirs",
      startedById: userId,
      startedFrom: "page",
      requestId: request,
      limits: {},
      seed: 1n,
      startedAt: new Date(),
    },
  });
  const wait = await db.waitTicket.create({
    data: {
      ...{ id: uuidv7(), workspaceId, executionId: execution.id, nodeId: "start", ordinal: 0 },
      ...{ kind: "approval", question: "Theirs?" },
    },
  });
  return {
    automation: automation.id,
    function: made.id,
    connection: connection.id,
    record: record.id,
    execution: execution.id,
    apiKey: apiKey.id,
    variable: variable.id,
    wait: wait.id,
    session: session.id,
    request,
  };
}

/** Everything the other workspace holds, to see that nothing changed. */
async function contents({ app: { db } }: TestApp, workspaceId: string): Promise<unknown> {
  const where = { workspaceId };
  return Promise.all([
    db.automation.findMany({ where }),
    db.automationVersion.findMany({ where }),
    db.function.findMany({ where }),
    db.connection.findMany({ where }),
    db.crmRecord.findMany({ where }),
    db.recordEvent.findMany({ where }),
    db.execution.findMany({ where }),
    db.apiKey.findMany({ where }),
    db.variable.findMany({ where }),
    db.waitTicket.findMany({ where }),
    db.session.count({ where: { user: { memberships: { some: where } } } }),
  ]);
}
