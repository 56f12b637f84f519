import { expect, test } from "vitest";
import { asCurl } from "@/components/executions/run/tabs/as-curl";
import { exchangeOf } from "@/components/executions/run/tabs/exchange";
import type { JournalEffect } from "@/core/execution/journal";

const call: JournalEffect = {
  nodeId: "add",
  path: "",
  attempt: 1,
  ordinal: 0,
  kind: "call",
  target: "Mailing list",
  status: "failed",
  request: {
    method: "POST",
    url: "http://127.0.0.1:4000/members",
    query: { list: "a b" },
    headers: { Authorization: "•••" },
    body: { lastName: "O'Brien" },
  },
  result: { status: 400, headers: {}, body: { error: "no" } },
  error: null,
  idempotencyKey: "key",
  startedAt: 0,
  durationMs: 12,
};

test("a call can be repeated in a shell; its secret stays dots and quotes do no harm", () => {
  expect(asCurl(exchangeOf(call))).toBe(
    `curl -X POST 'http://127.0.0.1:4000/members?list=a+b' -H 'Authorization: •••' --data '{"lastName":"O'\\''Brien"}'`,
  );
});

test("an exchange has the status and body of the answer", () => {
  expect(exchangeOf(call)).toMatchObject({ status: 400, received: { error: "no" } });
});
