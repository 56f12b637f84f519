import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AutomationDocument, DOCUMENT_FORMAT, SCHEMA_VERSION } from "@/core/graph/document";
import { expression, literal } from "@/core/values/value";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let builder: Caller;
let colleague: Caller;

beforeAll(async () => {
  test = await createTestApp();
  builder = await createCaller(test, "builder");
  colleague = await createCaller(test, "builder");
});
afterAll(() => test.close());

let made = 0;
/** A name of its own for each story, as all of them live in one workspace. */
const freshName = () => `greet${++made}`;

const greeter = (name: string, word: string, parameters = "who: string") =>
  `export function ${name}(${parameters}): string {\n  return "${word} " + who;\n}\n`;

/** An automation that a person runs; it answers with what the functions give back for "Ada". */
const calling = (label: string, ...functions: string[]): AutomationDocument => ({
  format: DOCUMENT_FORMAT,
  schemaVersion: SCHEMA_VERSION,
  name: label,
  nodes: [
    { id: "start", type: "manual", name: "started", label: "Run by hand", config: { parameters: [] } },
    ...functions.map((name, index) => ({
      id: `step${index}`,
      type: "function",
      name: `step${index}`,
      label: `Greet ${index}`,
      config: { function: name, arguments: { who: literal("Ada") } },
    })),
    {
      id: "end",
      type: "return",
      name: "end",
      label: "Answer",
      config: { value: expression(`[${functions.map((_name, index) => `step${index}`).join(", ")}]`) },
    },
  ],
  edges: ["start", ...functions.map((_name, index) => `step${index}`)].map((from, index) => ({
    from,
    handle: "then",
    to: index < functions.length ? `step${index}` : "end",
  })),
  layout: {},
});

/** A live automation that calls these functions. */
async function liveCaller(label: string, ...functions: string[]): Promise<string> {
  const { id, revision } = await builder.api.automations.create({
    name: label,
    document: calling(label, ...functions),
  });
  await builder.api.automations.publish({ id, revision });
  return id;
}

/** What a run of the live version answers. */
async function answerOf(id: string): Promise<unknown> {
  const { executionId } = await builder.api.automations.runManual({ id });
  return outputOf(executionId);
}

async function outputOf(executionId: string): Promise<unknown> {
  const { status, output } = await ended(executionId);
  expect(status).toBe("succeeded");
  return output;
}

async function ended(executionId: string) {
  const read = () => builder.api.executions.get({ id: executionId });
  await expect.poll(async () => (await read()).status, { timeout: 10_000 }).not.toBe("running");
  return read();
}

async function publishNext(id: string, source: string): Promise<number> {
  const { revision } = await builder.api.functions.get({ id });
  const saved = await builder.api.functions.saveDraft({ id, source, revision });
  return (await builder.api.functions.publish({ id, revision: saved.revision })).version;
}

const note = "A newer function";
const liveNumber = async (id: string) => (await builder.api.automations.get({ id })).live?.number;

describe("the draft of a function", () => {
  it("is not overwritten from a second tab, which gets the other draft", async () => {
    const name = freshName();
    const { id, revision } = await builder.api.functions.create({ source: greeter(name, "Hello"), draft: true });
    await colleague.api.functions.saveDraft({ id, revision, source: greeter(name, "Good day"), description: "Polite" });
    const second = builder.api.functions.saveDraft({ id, revision, source: greeter(name, "Hi") });
    await expect(second).rejects.toMatchObject({
      cause: {
        code: "CONFLICT",
        details: {
          revision: revision + 1,
          source: greeter(name, "Good day"),
          description: "Polite",
          name: colleague.actor.name,
        },
      },
    });
    const kept = await builder.api.functions.saveDraft({ id, revision: revision + 1, source: greeter(name, "Hi") });
    expect(kept.revision).toBe(revision + 2);
    await expect(builder.api.functions.publish({ id, revision })).rejects.toThrow("CONFLICT");
  });

  it("may be unreadable, and keeps what could be read last; published it cannot be", async () => {
    const name = freshName();
    const { id, revision } = await builder.api.functions.create({ source: greeter(name, "Hello") });
    const broken = `export function ${name}(who: string { return`;
    const saved = await builder.api.functions.saveDraft({ id, revision, source: broken });
    expect(await builder.api.functions.get({ id })).toMatchObject({
      name,
      source: broken,
      signature: { parameters: [{ name: "who" }] },
      pill: { state: "changed", version: 1 },
    });
    await expect(builder.api.functions.publish({ id, revision: saved.revision })).rejects.toMatchObject({
      cause: { code: "FUNCTION_INVALID", params: { reason: "unclosed", line: 1 } },
    });
    await expect(builder.api.functions.execute({ id, arguments: {} })).rejects.toThrow("FUNCTION_INVALID");
    expect((await builder.api.functions.publishPreview({ id })).problems).toMatchObject([{ reason: "unclosed" }]);
    expect(await answerOf(await liveCaller(`Calls ${name}`, name))).toEqual(["Hello Ada"]);
    const emptied = await builder.api.functions.saveDraft({ id, revision: saved.revision, source: "" });
    expect(emptied.changed).toBe(true);
  });

  it("begins without a readable line, and is called as its first line says once it can be read", async () => {
    const { id, name, revision } = await builder.api.functions.create({ source: "export func", draft: true });
    expect(name).toBe("");
    const given = freshName();
    await builder.api.functions.saveDraft({ id, revision, source: greeter(given, "Hello") });
    expect((await builder.api.functions.get({ id })).name).toBe(given);
  });

  it("is what is tried, while automations run and test the published version", async () => {
    const name = freshName();
    const { id, revision } = await builder.api.functions.create({ source: greeter(name, "Hello") });
    const automationId = await liveCaller(`Tests ${name}`, name);
    await builder.api.functions.saveDraft({ id, revision, source: greeter(name, "Draft") });
    expect((await builder.api.functions.execute({ id, arguments: { who: "Ada" } })).output).toBe("Draft Ada");
    const { executionId } = await builder.api.automations.test({ id: automationId, stopBeforeEffects: false });
    expect(await outputOf(executionId)).toEqual(["Hello Ada"]);
    expect(await answerOf(automationId)).toEqual(["Hello Ada"]);
  });

  it("of its newest version again is no change", async () => {
    const name = freshName();
    const { id } = await builder.api.functions.create({ source: greeter(name, "Hello") });
    await builder.api.functions.saveDraft({ id, revision: 1, source: greeter(name, "Hi") });
    const back = await builder.api.functions.saveDraft({ id, revision: 2, source: greeter(name, "Hello") });
    expect(back.changed).toBe(false);
    expect((await builder.api.functions.get({ id })).pill).toEqual({ state: "published", version: 1 });
  });
});

describe("a function that was never published", () => {
  it("can be chosen in an automation, which says what is missing until it is published", async () => {
    const name = freshName();
    const { id, revision } = await builder.api.functions.create({ source: greeter(name, "Hello"), draft: true });
    const { functions } = await builder.api.automations.context();
    expect(functions.find((one) => one.name === name)).toMatchObject({
      version: 0,
      signature: { parameters: [{ name: "who" }] },
    });
    const automation = await builder.api.automations.create({ name: "Early", document: calling("Early", name) });
    const { diagnostics } = await builder.api.automations.check({ id: automation.id });
    const at = { nodeId: "step0", field: "function", severity: "error" };
    expect(diagnostics).toEqual([{ code: "FUNCTION_NOT_PUBLISHED", params: { function: name }, ...at }]);
    await expect(builder.api.automations.publish(automation)).rejects.toThrow("CANNOT_PUBLISH");
    const button = { id, module: "Leads", label: "Greet", arguments: {} };
    await expect(builder.api.functions.attachToButton(button)).rejects.toThrow("FUNCTION_NOT_PUBLISHED");

    await builder.api.functions.publish({ id, revision });
    await builder.api.automations.publish(automation);
    expect(await answerOf(automation.id)).toEqual(["Hello Ada"]);
  });

  it("may be called like another while it is a draft, but not be published like that", async () => {
    const name = freshName();
    const first = await builder.api.functions.create({ source: greeter(name, "Hello") });
    await liveCaller(`Knows ${name}`, name);
    const { id, revision } = await builder.api.functions.create({ source: greeter(name, "Hi"), draft: true });
    expect((await builder.api.functions.get({ id })).usedBy).toEqual([]);
    expect((await builder.api.functions.get({ id: first.id })).usedBy).toHaveLength(1);
    expect((await builder.api.functions.publishPreview({ id })).name).toMatchObject({ after: name, taken: true });
    await expect(builder.api.functions.publish({ id, revision })).rejects.toThrow("CONFLICT");
    await builder.api.functions.delete({ id });
    const { functions } = await builder.api.automations.context();
    expect(functions.filter((one) => one.name === name)).toHaveLength(1);
  });
});

describe("publishing a function", () => {
  it("lists its live callers with the version they hold, and which the new one would break and where", async () => {
    const [name, other] = [freshName(), freshName()];
    const { id } = await builder.api.functions.create({ source: greeter(name, "Hello") });
    await builder.api.functions.create({ source: greeter(other, "Bye") });
    const first = await liveCaller("First caller", name);
    await publishNext(id, greeter(name, "Good day"));
    const second = await liveCaller("Second caller", name, other);
    await liveCaller("Calls another", other);
    await builder.api.automations.create({ name: "Draft only", document: calling("Draft only", name) });

    await builder.api.functions.saveDraft({ id, revision: 2, source: greeter(name, "Hi") });
    const harmless = await builder.api.functions.publishPreview({ id });
    expect(harmless).toMatchObject({ number: 3, signature: [], problems: [], name: null, newest: { number: 2 } });
    expect(harmless.callers).toMatchObject([
      { automationId: first, number: 1, holds: 1, outcome: "works", problems: [] },
      { automationId: second, number: 1, holds: 2, outcome: "works", problems: [] },
    ]);

    const needsMore = greeter(name, "Hi", "who: string, language: string");
    await builder.api.functions.saveDraft({ id, revision: 3, source: needsMore });
    const breaking = await builder.api.functions.publishPreview({ id });
    expect(await builder.api.functions.get({ id })).toMatchObject({
      signature: { parameters: [{ name: "who" }, { name: "language" }] },
      publishedSignature: { parameters: [{ name: "who" }] },
    });
    expect(breaking.signature).toEqual([{ what: "added", name: "language", type: "string", optional: false }]);
    const problem = { code: "MISSING_SETTING", nodeId: "step0", field: "arguments.language", step: "Greet 0" };
    expect(breaking.callers).toMatchObject([
      { automationId: first, outcome: "breaks", problems: [problem] },
      { automationId: second, outcome: "breaks", problems: [problem] },
    ]);
  });

  it("changes nothing under a live caller, even when it would break it", async () => {
    const name = freshName();
    const { id } = await builder.api.functions.create({ source: greeter(name, "Hello") });
    const automationId = await liveCaller(`Keeps ${name}`, name);
    expect(await publishNext(id, greeter(name, "Hi", "who: string, language: string"))).toBe(2);
    expect(await answerOf(automationId)).toEqual(["Hello Ada"]);
    const results = await builder.api.functions.republishCallers({ id, automationIds: [automationId], note });
    expect(results).toEqual([
      { automationId, number: null, refused: { code: "CANNOT_PUBLISH", params: { count: 1 } } },
    ]);
    expect(await liveNumber(automationId)).toBe(1);
    expect(await answerOf(automationId)).toEqual(["Hello Ada"]);
  });

  it("a caller that has errors of its own by now is told apart from one that the version breaks", async () => {
    const name = freshName();
    const { id } = await builder.api.functions.create({ source: greeter(name, "Hello") });
    const document = calling(`Stuck ${name}`, name);
    const [start, ...rest] = document.nodes;
    const button = { ...start!, type: "button", config: { module: "Leads", label: "Go" } };
    const made = await builder.api.automations.create({
      name: document.name,
      document: { ...document, nodes: [button, ...rest] },
    });
    await builder.api.automations.publish(made);
    await test.app.db.automationVersion.updateMany({
      where: { automationId: made.id },
      data: { document: { ...document, nodes: [{ ...button, config: { module: "Gone", label: "Go" } }, ...rest] } },
    });
    await builder.api.functions.saveDraft({ id, revision: 1, source: greeter(name, "Hi") });
    const { callers } = await builder.api.functions.publishPreview({ id });
    expect(callers).toMatchObject([{ outcome: "stuck", problems: [{ code: "UNKNOWN_MODULE", step: "Run by hand" }] }]);
  });

  it("keeps every version with who published it and why", async () => {
    const name = freshName();
    const { id } = await builder.api.functions.create({ source: greeter(name, "Hello"), note: "The first" });
    const draft = await builder.api.functions.saveDraft({ id, revision: 1, source: greeter(name, "Hi") });
    await colleague.api.functions.publish({ id, revision: draft.revision, note: "Shorter" });
    expect(await builder.api.functions.versions({ id })).toMatchObject([
      { number: 2, note: "Shorter", publishedBy: colleague.actor.name },
      { number: 1, note: "The first", publishedBy: builder.actor.name },
    ]);
    expect((await builder.api.functions.version({ id, number: 1 })).source).toBe(greeter(name, "Hello"));
    await expect(builder.api.functions.version({ id, number: 3 })).rejects.toThrow("NOT_FOUND");
  });
});

describe("publishing callers again", () => {
  it("makes a new version of what is live, and leaves changes of the draft in the draft", async () => {
    const [name, other] = [freshName(), freshName()];
    const { id } = await builder.api.functions.create({ source: greeter(name, "Hello") });
    const { id: otherId } = await builder.api.functions.create({ source: greeter(other, "Bye") });
    const clean = await liveCaller("Clean", name, other);
    const changed = await liveCaller("Changed", name);
    const { revision } = await builder.api.automations.get({ id: changed });
    const draft = calling("Changed", name, name);
    await builder.api.automations.saveDraft({ id: changed, revision, document: draft });
    await publishNext(otherId, greeter(other, "See you"));
    await publishNext(id, greeter(name, "Hi"));
    const before = await builder.api.automations.get({ id: clean });

    expect((await builder.api.functions.callersBehind({ id })).callers).toHaveLength(2);
    const results = await builder.api.functions.republishCallers({ id, automationIds: [clean, changed], note });
    expect(results).toEqual([
      { automationId: clean, number: 2, refused: null },
      { automationId: changed, number: 2, refused: null },
    ]);
    expect((await builder.api.functions.callersBehind({ id })).callers).toEqual([]);
    // The other function stays the version that was inside.
    expect(await answerOf(clean)).toEqual(["Hi Ada", "Bye Ada"]);
    expect(await answerOf(changed)).toEqual(["Hi Ada"]);

    const after = await builder.api.automations.get({ id: clean });
    expect(after).toMatchObject({
      pill: { state: "live", version: 2 },
      revision: before.revision,
      savedBy: before.savedBy,
    });
    expect((await builder.api.automations.publishPreview({ id: clean })).changes).toEqual([]);
    const kept = await builder.api.automations.get({ id: changed });
    expect(kept.pill).toEqual({ state: "changed", version: 2 });
    expect(kept.document.nodes).toEqual(draft.nodes);
    const [newest] = await builder.api.automations.versions({ id: clean });
    expect(newest).toMatchObject({ number: 2, note, live: true });
    expect(newest?.functions).toEqual([
      { name, version: 2 },
      { name: other, version: 1 },
    ]);

    const again = await builder.api.functions.republishCallers({ id, automationIds: [clean], note });
    expect(again).toEqual([{ automationId: clean, number: 2, refused: null }]);
    const saved = await builder.api.automations.saveDraft({
      id: changed,
      revision: kept.revision,
      document: calling("Changed", name),
    });
    expect(saved.changed).toBe(false);
  });

  it("leaves a paused automation paused", async () => {
    const name = freshName();
    const { id } = await builder.api.functions.create({ source: greeter(name, "Hello") });
    const automationId = await liveCaller(`Paused ${name}`, name);
    await builder.api.automations.pause({ id: automationId });
    await publishNext(id, greeter(name, "Hi"));
    expect((await builder.api.functions.callersBehind({ id })).callers).toMatchObject([{ automationId, paused: true }]);
    await builder.api.functions.republishCallers({ id, automationIds: [automationId], note });
    expect(await builder.api.automations.get({ id: automationId })).toMatchObject({
      paused: true,
      pill: { state: "paused", version: 2 },
    });
    await expect(builder.api.automations.runManual({ id: automationId })).rejects.toThrow("NOT_LIVE");
    await builder.api.automations.resume({ id: automationId });
    expect(await answerOf(automationId)).toEqual(["Hi Ada"]);
  });

  it("tells of a caller that was deleted meanwhile, and still publishes the others", async () => {
    const name = freshName();
    const { id } = await builder.api.functions.create({ source: greeter(name, "Hello") });
    const [gone, stays] = [await liveCaller("Gone", name), await liveCaller("Stays", name)];
    await publishNext(id, greeter(name, "Hi"));
    await builder.api.automations.delete({ id: gone });
    const results = await builder.api.functions.republishCallers({ id, automationIds: [gone, stays], note });
    expect(results).toMatchObject([
      { automationId: gone, number: null, refused: { code: "NOT_FOUND" } },
      { automationId: stays, number: 2, refused: null },
    ]);
  });

  it("two people at once make one version each in turn, or one is told", async () => {
    const name = freshName();
    const { id } = await builder.api.functions.create({ source: greeter(name, "Hello") });
    const automationId = await liveCaller(`Twice ${name}`, name);
    await publishNext(id, greeter(name, "Hi"));
    const both = await Promise.all(
      [builder, colleague].map(({ api }) =>
        api.functions.republishCallers({ id, automationIds: [automationId], note }),
      ),
    );
    const outcomes = both.flat().map(({ number, refused }) => number ?? refused?.code);
    expect(outcomes).toContain(2);
    expect(outcomes.every((outcome) => outcome === 2 || outcome === "CONFLICT")).toBe(true);
    expect(await liveNumber(automationId)).toBe(2);
  });
});
