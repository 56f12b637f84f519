import { expect, test } from "vitest";
import { effectSummary } from "@/core/execution/effect-summary";
import type { JournalEffect, JournalStep } from "@/core/execution/journal";
import { AutomationDocument } from "@/core/graph/document";

const document = AutomationDocument.parse({
  format: "millrace/automation",
  schemaVersion: 2,
  name: "Chain",
  nodes: ["start", "add", "mark", "note"].map((id) => ({
    id,
    type: "step",
    name: id,
    label: id.toUpperCase(),
    config: {},
  })),
  edges: [
    { from: "start", handle: "then", to: "add" },
    { from: "add", handle: "then", to: "mark" },
    { from: "add", handle: "error", to: "note" },
  ],
});

const step = (nodeId: string, status: JournalStep["status"], handled = false): JournalStep => ({
  nodeId,
  path: "",
  attempt: 1,
  ordinal: 0,
  status,
  handled,
  input: null,
  output: null,
  error: null,
  log: [],
  lines: null,
  statements: 1,
  startedAt: 0,
  durationMs: 1,
});

const effect = (nodeId: string, status: JournalEffect["status"]): JournalEffect => ({
  nodeId,
  path: "",
  attempt: 1,
  ordinal: 0,
  kind: "call",
  target: "Mailing list",
  status,
  request: null,
  result: null,
  error: null,
  idempotencyKey: "",
  startedAt: 0,
  durationMs: 1,
});

const planned = ({ id }: { id: string }) => (id === "start" ? [] : [{ kind: "record.update" as const, target: id }]);
const states = (steps: JournalStep[], effects: JournalEffect[]) =>
  effectSummary(document, steps, effects, planned, (target) => target).map(
    ({ step: label, state }) => `${label} ${state}`,
  );

test("what would have followed a failure on the then lines is not done; what the if it fails line did not need is not listed", () => {
  const steps = [step("start", "succeeded"), step("add", "failed", true), step("note", "succeeded")];
  expect(states(steps, [effect("add", "failed")])).toEqual(["ADD failed", "MARK not-done"]);
});

test("a step that failed before its effect has not done it", () => {
  expect(states([step("start", "succeeded"), step("add", "failed")], [])).toEqual(["ADD not-done", "MARK not-done"]);
});

test("an effect in flight when the process was lost is neither done nor not done", () => {
  expect(states([step("start", "succeeded"), step("add", "failed")], [effect("add", "unknown")])).toEqual([
    "ADD unknown",
    "MARK not-done",
  ]);
});

test("a call that was cut off before its answer may or may not have been done", () => {
  const late = { ...effect("add", "failed"), error: { code: "HTTP_TIMEOUT" as const, params: {}, message: "" } };
  expect(states([step("start", "succeeded"), step("add", "failed")], [late])).toEqual(["ADD unknown", "MARK not-done"]);
});

test("a call that a daily limit refused was never made", () => {
  const refused = { ...effect("add", "failed"), error: { code: "DAY_LIMIT" as const, params: {}, message: "" } };
  expect(states([step("start", "succeeded"), step("add", "failed")], [refused])).toEqual([
    "ADD not-done",
    "MARK not-done",
  ]);
});

test("a run that went well lists what it did", () => {
  const steps = [step("start", "succeeded"), step("add", "succeeded"), step("mark", "succeeded")];
  expect(states(steps, [effect("add", "done"), effect("mark", "done")])).toEqual(["ADD done", "MARK done"]);
});
