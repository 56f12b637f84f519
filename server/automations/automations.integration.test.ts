import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AutomationDocument } from "@/core/graph/document";
import { literal } from "@/core/values/value";
import { liveVersion } from "@/server/automations/live-version";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let builder: Caller;

beforeAll(async () => {
  test = await createTestApp();
  builder = await createCaller(test, "builder");
});
afterAll(() => test.close());

/** A button on leads that answers with a text. */
const greeting = (name: string, text = "Hello"): AutomationDocument => ({
  format: "millrace/automation",
  schemaVersion: 2,
  name,
  nodes: [
    { id: "start", type: "button", name: "lead", label: "Pressed", config: { module: "Leads", label: name } },
    { id: "answer", type: "return", name: "answer", label: "Answer", config: { value: literal(text) } },
  ],
  edges: [{ from: "start", handle: "then", to: "answer" }],
  layout: { start: { x: 0, y: 0 }, answer: { x: 300, y: 0 } },
});

const triggersOf = (automationId: string) =>
  test.app.db.trigger.findMany({
    where: { automationId },
    select: { type: true, module: true, label: true, versionId: true },
  });

describe("a draft", () => {
  it("is saved on the revision it was made from", async () => {
    const { id, revision } = await builder.api.automations.create({ name: "Draft", document: greeting("Draft") });
    const saved = await builder.api.automations.saveDraft({ id, revision, document: greeting("Draft", "Hi") });
    expect(saved.revision).toBe(revision + 1);
    const { document } = await builder.api.automations.get({ id });
    expect(document.nodes[1]?.config).toEqual({ value: literal("Hi") });
  });

  it("is not overwritten from a second tab, which gets the other draft to compare", async () => {
    const { id, revision } = await builder.api.automations.create({ name: "Two tabs", document: greeting("Two tabs") });
    await builder.api.automations.saveDraft({ id, revision, document: greeting("Two tabs", "first tab") });
    const second = builder.api.automations.saveDraft({ id, revision, document: greeting("Two tabs", "second tab") });
    await expect(second).rejects.toMatchObject({
      cause: { code: "CONFLICT", details: { revision: revision + 1, document: greeting("Two tabs", "first tab") } },
    });
  });

  it("may miss settings, but not the shape of a document", async () => {
    const { id, revision } = await builder.api.automations.create({ name: "Unfinished" });
    const unfinished = {
      ...greeting("Unfinished"),
      nodes: [{ id: "a", type: "button", name: "a", label: "A", config: {} }],
      edges: [],
    };
    await expect(builder.api.automations.saveDraft({ id, revision, document: unfinished })).resolves.toMatchObject({
      revision: 2,
    });
    const malformed = { ...unfinished, nodes: [{ id: "a b", type: 7 }] };
    const save = builder.api.automations.saveDraft({ id, revision: 2, document: malformed });
    await expect(save).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("says after each save whether it does something else than the live version", async () => {
    const { id, revision } = await builder.api.automations.create({ name: "Moved", document: greeting("Moved") });
    await builder.api.automations.publish({ id, revision });
    const moved = { ...greeting("Moved"), layout: { start: { x: 96, y: 96 } } };
    expect(await builder.api.automations.saveDraft({ id, revision, document: moved })).toMatchObject({
      changed: false,
    });
    expect((await builder.api.automations.get({ id })).pill).toEqual({ state: "live", version: 1 });
    const said = await builder.api.automations.saveDraft({
      id,
      revision: revision + 1,
      document: greeting("Moved", "Bye"),
    });
    expect(said.changed).toBe(true);
    expect((await builder.api.automations.get({ id })).pill).toEqual({ state: "changed", version: 1 });
  });
});

describe("publishing", () => {
  it("stores a whole version and puts its button on the records", async () => {
    const { id, revision } = await builder.api.automations.create({ name: "Greet", document: greeting("Greet") });
    const { number, versionId } = await builder.api.automations.publish({ id, revision, note: "the first" });
    expect(number).toBe(1);
    expect(await triggersOf(id)).toEqual([{ type: "button", module: "Leads", label: "Greet", versionId }]);
    const [version] = await builder.api.automations.versions({ id });
    expect(version).toMatchObject({ number: 1, note: "the first", live: true, publishedBy: builder.actor.name });
    const { typescript } = await builder.api.automations.code({ id, which: "live" });
    expect(typescript).toContain("Hello");
  });

  it("keeps what every version was made of", async () => {
    const { id, revision } = await builder.api.automations.create({
      name: "Kept",
      document: greeting("Kept", "First"),
    });
    await builder.api.automations.publish({ id, revision });
    await builder.api.automations.saveDraft({ id, revision, document: greeting("Kept", "Second") });
    await builder.api.automations.publish({ id, revision: revision + 1 });
    const first = await builder.api.automations.version({ id, number: 1 });
    expect(JSON.stringify(first.document)).toContain("First");
    expect(JSON.stringify((await builder.api.automations.version({ id, number: 2 })).document)).toContain("Second");
    await expect(builder.api.automations.version({ id, number: 3 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("replaces the buttons of the version before", async () => {
    const { id, revision } = await builder.api.automations.create({
      name: "Old label",
      document: greeting("Old label"),
    });
    await builder.api.automations.publish({ id, revision });
    await builder.api.automations.saveDraft({ id, revision, document: greeting("New label") });
    const { versionId } = await builder.api.automations.publish({ id, revision: revision + 1 });
    expect(await triggersOf(id)).toEqual([{ type: "button", module: "Leads", label: "New label", versionId }]);
  });

  it("is refused with the problems while there are errors, and changes nothing", async () => {
    const { id, revision } = await builder.api.automations.create({
      name: "Broken",
      document: {
        ...greeting("Broken"),
        nodes: [{ id: "start", type: "button", name: "lead", label: "P", config: {} }],
        edges: [],
      },
    });
    const publish = builder.api.automations.publish({ id, revision });
    await expect(publish).rejects.toMatchObject({ cause: { code: "CANNOT_PUBLISH" } });
    expect(await triggersOf(id)).toEqual([]);
    expect((await builder.api.automations.get({ id })).pill.state).toBe("not-live");
  });

  it("is refused when somebody saved another draft meanwhile", async () => {
    const { id, revision } = await builder.api.automations.create({ name: "Raced", document: greeting("Raced") });
    await builder.api.automations.saveDraft({ id, revision, document: greeting("Raced", "Other") });
    await expect(builder.api.automations.publish({ id, revision })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is previewed in words: what changes, and where it goes live", async () => {
    const { id, revision } = await builder.api.automations.create({ name: "Preview", document: greeting("Preview") });
    await builder.api.automations.publish({ id, revision });
    await builder.api.automations.saveDraft({ id, revision, document: greeting("Preview", "Bye") });
    const preview = await builder.api.automations.publishPreview({ id });
    expect(preview.number).toBe(2);
    expect(preview.changes).toMatchObject([{ what: "changed", label: "Answer" }]);
    expect(preview.places).toMatchObject([{ type: "button", module: "Leads" }]);
  });
});

describe("what is live", () => {
  const live = (automationId: string) => liveVersion(test.app, { workspaceId: test.workspaceId, automationId });

  it("is what was published last, for the very next start", async () => {
    const { id, revision } = await builder.api.automations.create({ name: "Next", document: greeting("Next") });
    await builder.api.automations.publish({ id, revision });
    expect((await live(id)).version.number).toBe(1);
    await builder.api.automations.publish({ id, revision });
    expect((await live(id)).version.number).toBe(2);
    await builder.api.automations.pause({ id });
    await expect(live(id)).rejects.toMatchObject({ code: "NOT_LIVE", params: { reason: "paused" } });
    await builder.api.automations.resume({ id });
    expect((await live(id)).version.number).toBe(2);
  });

  it("is not what somebody was still reading when it was paused", async () => {
    const { id, revision } = await builder.api.automations.create({ name: "Read", document: greeting("Read") });
    await builder.api.automations.publish({ id, revision });
    const reading = live(id);
    await Promise.allSettled([reading, builder.api.automations.pause({ id })]);
    await expect(live(id)).rejects.toMatchObject({ code: "NOT_LIVE" });
    await builder.api.automations.delete({ id });
    await expect(live(id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("renaming", () => {
  it("tells a person whose draft changed meanwhile, instead of failing", async () => {
    const { id } = await builder.api.automations.create({ name: "One", document: greeting("One") });
    const names = ["Two", "Three", "Four", "Five"];
    const results = await Promise.allSettled(names.map((name) => builder.api.automations.rename({ id, name })));
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ cause: { code: "CONFLICT" } });
    expect(names).toContain((await builder.api.automations.get({ id })).document.name);
  });
});

describe("the list of automations", () => {
  it("finds by what steps hold, not by names alone", async () => {
    await builder.api.automations.create({ name: "Findable", document: greeting("Findable", "a very rare word") });
    const found = await builder.api.automations.list({ search: "very rare WORD" });
    expect(found.map(({ name }) => name)).toEqual(["Findable"]);
  });

  it("filters by the pill", async () => {
    const { id, revision } = await builder.api.automations.create({ name: "Sleeps", document: greeting("Sleeps") });
    await builder.api.automations.publish({ id, revision });
    await builder.api.automations.pause({ id });
    const paused = await builder.api.automations.list({ status: "paused" });
    expect(paused.map(({ name }) => name)).toEqual(["Sleeps"]);
    expect(paused[0]?.start).toMatchObject({ type: "button" });
  });
});

describe("deleting", () => {
  it("takes the buttons away at once", async () => {
    const { id, revision } = await builder.api.automations.create({ name: "Gone", document: greeting("Gone") });
    await builder.api.automations.publish({ id, revision });
    await builder.api.automations.delete({ id });
    expect(await triggersOf(id)).toEqual([]);
    await expect(builder.api.automations.get({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is refused while other programs hold keys for it, unless one insists", async () => {
    const { id } = await builder.api.automations.create({ name: "Called", document: greeting("Called") });
    await builder.api.apiKeys.create({ automationId: id, name: "Website" });
    await expect(builder.api.automations.delete({ id })).rejects.toMatchObject({
      cause: { code: "IN_USE", params: { users: "Website" } },
    });
    await builder.api.automations.delete({ id, force: true });
    await expect(builder.api.automations.get({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a script", () => {
  it("imports by name: a second import is the next draft of the same automation", async () => {
    const first = await builder.api.automations.import({ document: greeting("Imported"), publish: true });
    const second = await builder.api.automations.import({ document: greeting("Imported", "Changed"), publish: true });
    expect(second).toMatchObject({ id: first.id, published: 2 });
    expect(await builder.api.automations.export({ id: first.id })).toEqual(greeting("Imported", "Changed"));
  });

  it("keeps the draft of what cannot be published", async () => {
    const broken = { ...greeting("Kept"), nodes: [], edges: [] };
    const { id, diagnostics, published } = await builder.api.automations.import({ document: broken, publish: true });
    expect(published).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toContain("NO_TRIGGER");
    expect((await builder.api.automations.get({ id })).name).toBe("Kept");
  });
});
