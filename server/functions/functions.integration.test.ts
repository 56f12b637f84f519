import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let builder: Caller;

beforeAll(async () => {
  test = await createTestApp();
  builder = await createCaller(test, "builder");
});
afterAll(() => test.close());

const SUBSCRIBER = `export function buildSubscriber(email: string, firstName: string, lastName?: string): { email: string; name: string } {
  const name = [firstName, lastName].filter(Boolean).join(" ");
  console.log("built", name);
  return { email: email.toLowerCase(), name };
}
`;

describe("functions", () => {
  it("keeps the signature of the code, and a version for each publish of other code", async () => {
    const { id, version } = await builder.api.functions.create({ source: SUBSCRIBER, description: "For the list" });
    expect(version).toBe(1);
    const described = { id, source: SUBSCRIBER, description: "Better", revision: 1 };
    expect((await builder.api.functions.saveDraft(described)).changed).toBe(false);
    expect((await builder.api.functions.publish({ id, revision: 2 })).version).toBe(1);
    const source = SUBSCRIBER.replace("lastName?: string", "lastName = 'Unknown'");
    expect((await builder.api.functions.saveDraft({ id, source, revision: 2 })).changed).toBe(true);
    expect((await builder.api.functions.get({ id })).pill).toEqual({ state: "changed", version: 1 });
    expect((await builder.api.functions.publish({ id, revision: 3, note: "Names are optional" })).version).toBe(2);

    const saved = await builder.api.functions.get({ id });
    expect(saved).toMatchObject({ name: "buildSubscriber", description: "Better", usedBy: [], source });
    expect(saved.pill).toEqual({ state: "published", version: 2 });
    expect(saved.signature).toEqual({
      parameters: [
        { name: "email", type: "string", optional: false },
        { name: "firstName", type: "string", optional: false },
        { name: "lastName", type: "string", optional: true },
      ],
      returnType: "{ email: string; name: string }",
    });
    await expect(builder.api.functions.create({ source: SUBSCRIBER })).rejects.toThrow("CONFLICT");
    await builder.api.functions.delete({ id });
    await expect(builder.api.functions.get({ id })).rejects.toThrow("NOT_FOUND");
  });

  it.each([
    ["const x = 1;", "noFunction", 1],
    ["export function f() {\n  return (;\n}", "syntax", 2],
    ["export function f() {\n  return $s;\n}", "reserved", 2],
    ["export function f() {\n\n  return process.env;\n}", "unknown", 3],
  ])("says why %j cannot be published", async (source, reason, line) => {
    const saving = builder.api.functions.create({ source });
    await expect(saving).rejects.toMatchObject({ cause: { code: "FUNCTION_INVALID", params: { reason, line } } });
  });

  it("runs with arguments, for real, and keeps what happened", async () => {
    const { id } = await builder.api.functions.create({ source: SUBSCRIBER });
    const given = { email: "ADA@Example.com", firstName: "Ada" };
    const trial = await builder.api.functions.execute({ id, arguments: given });
    expect(trial).toMatchObject({
      status: "succeeded",
      output: { email: "ada@example.com", name: "Ada" },
      error: null,
      log: [{ level: "info", text: "built Ada" }],
      effects: [],
    });
    expect(trial.statements).toBeGreaterThan(2);

    const failed = await builder.api.functions.execute({ id, arguments: { firstName: "Ada" } });
    expect(failed).toMatchObject({ status: "failed", error: { code: "CODE_THREW", line: 4 } });
    const { recentInputs, lastTest } = await builder.api.functions.get({ id });
    expect(recentInputs.map(({ input }) => input)).toEqual([{ firstName: "Ada" }, given]);
    expect(lastTest?.result).toBe("failed");
    const history = await builder.api.executions.get({ id: trial.executionId });
    expect(history).toMatchObject({ function: { id, name: "buildSubscriber" }, status: "succeeded" });
    await builder.api.functions.delete({ id });
  });

  it("becomes a button in one step, and then knows who calls which version", async () => {
    const source = 'export function greet(name: string): string {\n  return ["Hello", name].join(" ");\n}\n';
    const { id } = await builder.api.functions.create({ source });
    const { automationId } = await builder.api.functions.attachToButton({
      id,
      module: "Leads",
      label: "Greet",
      arguments: { name: { from: "field", field: "First_Name" } },
    });
    const [use] = (await builder.api.functions.get({ id })).usedBy;
    expect(use).toMatchObject({ automationId, name: "Greet", live: { number: 1, functionVersion: 1 } });
    const changed = source.replace("Hello", "Good day");
    await builder.api.functions.saveDraft({ id, source: changed, revision: 1 });
    const published = await builder.api.functions.publish({ id, revision: 2 });
    expect(published.liveCallers).toMatchObject([{ automationId }]);
    await expect(builder.api.functions.delete({ id })).rejects.toThrow("IN_USE");
    await builder.api.functions.saveDraft({ id, source: changed.replace("greet", "salute"), revision: 2 });
    expect((await builder.api.functions.get({ id })).name).toBe("greet");
    expect((await builder.api.functions.publishPreview({ id })).name).toMatchObject({
      before: "greet",
      after: "salute",
      usedBy: [{ automationId }],
    });
    await expect(builder.api.functions.publish({ id, revision: 3 })).rejects.toThrow("IN_USE");
  });
});
