import { describe, expect, test } from "vitest";
import { checkLedger, type EndedExecution, type Ledger } from "@/ledger/check-ledger";
import type { Hit } from "@/ledger/sink";

const hit = (n: number, step: string, key: string, at: number, round: number | null = null): Hit => ({
  ...{ n, step, key, at, round },
});
const execution = (n: number, other: Partial<EndedExecution> = {}): EndedExecution => ({
  ...{ id: `e${n}`, n, status: "succeeded", automation: "keyed", records: 1 },
  ...other,
});
const allHits = (n: number): Hit[] => [
  hit(n, "first", `${n}-first`, 10),
  ...[0, 1, 2].map((round) => hit(n, "each", `${n}-${round}`, 20 + round, round)),
];

/** One execution that was lost and resumed, whose first call was in flight and was made again with its key. */
const good: Ledger = {
  acknowledged: [{ n: 1, executionId: "e1", said: "succeeded" }],
  hits: [...allHits(1), hit(1, "first", "1-first", 11)],
  executions: [execution(1)],
  changes: [
    { executionId: "e1", before: null, after: "running" },
    { executionId: "e1", before: "running", after: "succeeded" },
  ],
  losses: [{ executionId: "e1", afterSeconds: 31 }],
  effectsDone: [{ executionId: "e1", idempotencyKey: "1-first", at: 15 }],
};
const found = (change: Partial<Ledger>) => checkLedger({ ...good, ...change });

test("what kept every promise has no breach", () => {
  expect(found({})).toEqual({
    ...{ acknowledged: 1, lost: 0, finishedEffectsRepeated: 0, inFlightKeyedRepeats: 0, orphans: 1, resumed: 1 },
    ...{ wrongEndStates: 0, breaches: [] },
  });
});

describe("a breach is found", () => {
  test("when a caller was told of an execution that is not there, or did not succeed", () => {
    const acknowledged = [...good.acknowledged, { n: 2, executionId: "e2", said: "accepted" as const }];
    expect(found({ acknowledged }).lost).toBe(1);
    expect(found({ executions: [execution(1, { status: "needs-decision" })] }).lost).toBe(1);
  });

  test("when an effect is done again after its result was committed, with a record as with a call", () => {
    expect(found({ hits: [...good.hits, hit(1, "first", "1-first", 16)] }).finishedEffectsRepeated).toBe(1);
    expect(found({ executions: [execution(1, { records: 2 })] }).finishedEffectsRepeated).toBe(1);
  });

  test("when a call that nobody may repeat is made twice", () => {
    const executions = [...good.executions, execution(2, { automation: "plain", records: 0 })];
    const hits = [...good.hits, hit(2, "plain", "2", 10)];
    expect(found({ executions, hits }).breaches).toEqual([]);
    expect(found({ executions, hits: [...hits, hit(2, "plain", "2", 11)] }).finishedEffectsRepeated).toBe(1);
  });

  test("when one effect is made with two keys", () => {
    expect(found({ hits: [...good.hits, hit(1, "each", "other", 12, 2)] }).inFlightKeyedRepeats).toBe(1);
  });

  test("when an orphan has not gone on", () => {
    const executions = [execution(1, { status: "failed" })];
    expect(found({ executions })).toMatchObject({ orphans: 1, resumed: 0 });
  });

  test("when an execution ends twice, does not end, or ends without its effects", () => {
    const changes = [...good.changes, { executionId: "e1", before: "succeeded", after: "failed" }];
    expect(found({ changes }).wrongEndStates).toBe(1);
    expect(found({ executions: [execution(1, { status: "running" })] }).wrongEndStates).toBe(1);
    expect(found({ hits: good.hits.filter(({ round }) => round !== 1) }).wrongEndStates).toBe(1);
  });
});
