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

test("what was done is answered from the journal, and what failed fails again", () => {
  const asked = effect();
  expect(recall(known(asked, { status: "done", result: { status: 200 } }), asked)).toEqual({
    ok: true,
    value: { status: 200 },
  });
  const error = { code: "HTTP_STATUS" as const, params: {}, message: "no" };
  expect(recall(known(asked, { status: "failed", error }), asked)).toEqual({ ok: false, error });
});

test("an effect that asks for something else is not the one that was done", () => {
  const before = effect({ request: { method: "POST", url: "https://example.org/other" } });
  expect(recall(known(before, { status: "done" }), effect())).toBe("differs");
});

test("a call in flight is made again only where that is safe, or the step says so", () => {
  const post = effect();
  expect(recall(known(post), post)).toBe("unsafe");
  const get = effect({ request: { method: "get", url: "https://example.org" } });
  expect(recall(known(get), get)).toBe("do");
  const keyed = effect({ policy: { afterCrash: "repeat" } });
  expect(recall(known(keyed), keyed)).toBe("do");
});

test("what commits with its result, and what has a ticket, is done", () => {
  for (const kind of ["record.create", "email", "store.set", "wait", "automation"] as const) {
    const asked = effect({ kind });
    expect(recall(known(asked), asked)).toBe("do");
  }
});
