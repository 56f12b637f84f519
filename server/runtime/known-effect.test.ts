import { expect, test } from "vitest";
import { argumentHash } from "@/server/runtime/effect-keys";
import { type KnownEffect, recall } from "@/server/runtime/known-effect";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

const effect = (more: Partial<EffectRequest> = {}): EffectRequest => ({
  ...{ nodeId: "a", path: "", attempt: 1, ordinal: 0, kind: "call" },
  request: { method: "POST", url: "https://example.org" },
  ...more,
});

const known = (of: EffectRequest, more: Partial<KnownEffect> = {}): KnownEffect => ({
  ...{
    kind: of.kind,
    target: "",
    request: of.request,
    status: "intent",
    argumentHash: argumentHash(of),
    result: null,
    error: null,
  },
  ...more,
});

const never = async () => false;

test("what was done is answered from the journal, and what failed fails again", async () => {
  const asked = effect();
  expect(await recall(known(asked, { status: "done", result: { status: 200 } }), asked, never)).toEqual({
    ok: true,
    value: { status: 200 },
  });
  const error = { code: "HTTP_STATUS" as const, params: {}, message: "no" };
  expect(await recall(known(asked, { status: "failed", error }), asked, never)).toEqual({ ok: false, error });
});

test("an effect that asks for something else is not the one that was done", async () => {
  const before = effect({ request: { method: "POST", url: "https://example.org/other" } });
  expect(await recall(known(before, { status: "done" }), effect(), never)).toBe("differs");
});

test("a call in flight is made again only where that is safe, or the step says so", async () => {
  const post = effect();
  expect(await recall(known(post), post, never)).toBe("unknown");
  const get = effect({ request: { method: "get", url: "https://example.org" } });
  expect(await recall(known(get), get, never)).toBe("do");
  const keyed = effect({ policy: { afterCrash: "repeat" } });
  expect(await recall(known(keyed), keyed, never)).toBe("do");
});

test("what commits with its result, and what has a ticket, is done", async () => {
  for (const kind of ["record.create", "email", "store.set", "wait", "automation"] as const) {
    const asked = effect({ kind });
    expect(await recall(known(asked), asked, never)).toBe("do");
  }
});
