import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Json } from "@/core/values/json";
import { inTransaction } from "@/server/database/in-transaction";
import type { EffectContext } from "@/server/runtime/host/effect";
import { prepareStoreGet, prepareStoreSet } from "@/server/runtime/host/prepare-store";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const effect = (kind: "store.get" | "store.set", request: Json) => ({
  ...{ nodeId: "a", path: "", attempt: 1, ordinal: 0, kind, request },
});

const contextOf = (workspaceId: string) =>
  ({ app: test.app, workspaceId, executionId: randomUUID() }) as unknown as EffectContext;

async function get(key: string, workspaceId = test.workspaceId): Promise<Json> {
  const { perform } = await prepareStoreGet(contextOf(workspaceId), effect("store.get", { key }), "");
  if (perform.where !== "outside") throw new Error("a read needs no transaction");
  return (await perform.run(new AbortController().signal)).value;
}

async function set(key: string, value: Json, options: { fail?: boolean } = {}): Promise<void> {
  const { perform } = await prepareStoreSet(contextOf(test.workspaceId), effect("store.set", { key, value }), "");
  if (perform.where !== "transaction") throw new Error("a write commits with its result");
  await inTransaction(test.app, async (tx) => {
    await perform.run(tx);
    if (options.fail) throw new Error("the result could not be written");
  });
}

it("keeps a value until another takes its place, and null takes it away", async () => {
  expect(await get("cursor")).toBeNull();
  await set("cursor", { page: 3, text: "half \ud800" });
  expect(await get("cursor")).toMatchObject({ page: 3 });
  await set("cursor", 4);
  expect(await get("cursor")).toBe(4);
  await set("cursor", null);
  expect(await get("cursor")).toBeNull();
});

it("keeps nothing of a step whose result could not be written", async () => {
  await expect(set("lost", 1, { fail: true })).rejects.toThrow();
  expect(await get("lost")).toBeNull();
});

it("is each workspace's own", async () => {
  await set("mine", 1);
  expect(await get("mine", randomUUID())).toBeNull();
});

it.each([
  [{ key: "", value: 1 }, "key"],
  [{ key: "k".repeat(201), value: 1 }, "key"],
  [{ key: "nul\0", value: 1 }, "key"],
  [{ key: "large", value: "x".repeat(70_000) }, "size"],
])("refuses what does not fit", async (request, reason) => {
  const refused = prepareStoreSet(contextOf(test.workspaceId), effect("store.set", request), "");
  await expect(refused).rejects.toMatchObject({ code: "STORE_INVALID", params: { reason } });
});
