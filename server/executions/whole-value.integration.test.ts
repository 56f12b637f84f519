import { afterAll, beforeAll, expect, it } from "vitest";
import { isCutValue } from "@/core/values/cut-value";
import type { Json } from "@/core/values/json";
import { ValuePlace, wholeValue } from "@/server/executions/whole-value";
import { execute } from "@/server/runtime/execute";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let builder: Caller;
let member: Caller;
let id: string;

const LARGE = 300 * 1_024;

beforeAll(async () => {
  test = await createTestApp();
  builder = await createCaller(test, "builder");
  member = await createCaller(test, "member");
  const body = `const a = await run.code("a", ($s) => null, ($s) => async () => ["x".repeat(${LARGE})]);
    const b = await run.code("b", ($s) => null, ($s) => async () => ({ $cut: { size: 1, beginning: "", href: "https://x" } }));
    return a;`;
  const { version } = await liveAutomation(test, "Large", body);
  id = (await execute(test.app, pressed(test.workspaceId, version))).executionId;
});
afterAll(() => test.close());

it("the page of a run gets the beginning of a large value and where the whole is; what is kept is whole", async () => {
  const detail = await builder.api.executions.get({ id });
  const step = detail.steps.find(({ nodeId }) => nodeId === "node-a");

  expect(JSON.stringify(detail).length).toBeLessThan(20_000);
  const cut = step?.output as Json;
  if (!isCutValue(cut)) throw new Error("not cut");
  expect(cut.$cut).toMatchObject({ size: LARGE + 4, beginning: `["${"x".repeat(1_998)}` });
  const place = ValuePlace.parse(Object.fromEntries(new URL(cut.$cut.href, "http://here").searchParams));
  expect(JSON.parse(await wholeValue(test.app, builder.actor, id, place))).toEqual(["x".repeat(LARGE)]);
  expect(JSON.parse(await wholeValue(test.app, builder.actor, id, { of: "execution", part: "output" }))).toHaveLength(
    1,
  );
});

it("what code made up to look like a cut value is shown as it is", async () => {
  const detail = await builder.api.executions.get({ id });
  expect(isCutValue(detail.steps.find(({ nodeId }) => nodeId === "node-b")?.output as Json)).toBe(false);
});

it("the whole is for who may see the run", async () => {
  const place = { of: "execution" as const, part: "output" as const };
  await expect(wholeValue(test.app, member.actor, id, place)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
