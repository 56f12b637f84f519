import { expect, it } from "vitest";
import type { JournalStep } from "@/core/execution/journal";
import { packRounds, unpackRounds } from "@/core/execution/packed-rounds";

const round = (index: number, more: Partial<JournalStep> = {}): JournalStep => ({
  ...{ nodeId: "double", path: `3.${index}`, attempt: 1, ordinal: 7 + index, status: "succeeded", handled: false },
  ...{ input: { item: index }, output: index * 2, error: null, log: [], statements: 2, lines: { code: { 1: 2 } } },
  ...{ startedAt: 1_000 + index, durationMs: 0.25 },
  ...more,
});

it("gives back every round as it was", () => {
  const rounds = [
    round(0),
    round(1, { log: [{ level: "info", text: "hello" }], lines: null }),
    round(2, { handle: "otherwise", output: null }),
  ];
  expect(unpackRounds(packRounds(rounds))).toEqual(rounds);
});

it("gives back the same after the way through the database", () => {
  const rounds = [round(0), round(1)];
  expect(unpackRounds(JSON.parse(JSON.stringify(packRounds(rounds))))).toEqual(rounds);
});

it("stands where its first round stood, and counts what all of them did", () => {
  expect(packRounds([round(4), round(5)])).toMatchObject({
    ...{ nodeId: "double", path: "3.4", attempt: 1, ordinal: 11, status: "succeeded" },
    ...{ input: null, output: null, statements: 4, startedAt: 1_004, durationMs: 0.5 },
  });
});

it("repeats the lines of the round before where a row says so", () => {
  const { rounds, ...row } = packRounds([round(0), round(1)]);
  const again = rounds?.map((each, at) => (at === 0 ? each : (each.with(7, 0) as typeof each)));
  expect(unpackRounds({ ...row, rounds: again })).toEqual([round(0), round(1)]);
});

it("a row that is one step is that step", () => {
  expect(unpackRounds({ ...round(0), rounds: null })).toEqual([round(0)]);
  expect(unpackRounds(round(1))).toEqual([round(1)]);
});
