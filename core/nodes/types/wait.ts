import { z } from "zod";
import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import { THEN } from "@/core/graph/document";
import { choiceField, durationField, isBlank, valueField } from "@/core/nodes/config-fields";
import type { Duration } from "@/core/nodes/config-shapes";
import { defineNodeType } from "@/core/nodes/define-node-type";
import type { NodeContext } from "@/core/nodes/node-type";
import { sentence } from "@/core/nodes/sentence";
import { type CodeTree, constant, object, text, value } from "@/core/nodes/step-code";
import { isPlainCode, valueCode } from "@/core/values/value-code";

const UNTIL = ["time", "date", "webhook", "approval"] as const;

const Config = z.strictObject({
  until: choiceField(UNTIL, "time"),
  duration: durationField({ showWhen: { field: "until", equals: "time" } }),
  date: valueField({ showWhen: { field: "until", equals: "date" } }),
  question: valueField({ type: "text", showWhen: { field: "until", equals: "approval" } }),
  approvers: valueField({ type: "text", more: true, showWhen: { field: "until", equals: "approval" } }),
  deadline: durationField({ more: true, showWhen: { field: "until", equals: ["webhook", "approval"] } }),
});
type Config = z.output<typeof Config>;

const MILLISECONDS = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000, weeks: 604_800_000 };

/** Waits for a time, a date, a call or a person's decision. A waiting execution costs nothing but its row. */
export const wait = defineNodeType({
  type: "wait",
  category: "wait",
  icon: "clock",
  canFail: true,
  config: Config,
  initialConfig: () => ({ until: "time", duration: { amount: { kind: "literal", value: 1 }, unit: "hours" } }),
  handleIn: "decision",
  handles: ({ until = "time" }) => (until === "approval" ? [{ id: "approved" }, { id: "refused" }] : [{ id: THEN }]),
  describe: ({ until = "time", duration, date }) => {
    if (until === "time" && !duration) return sentence("describe.waitWithoutTime");
    const amount = duration?.amount.kind === "literal" ? String(duration.amount.value ?? "") : "";
    if (until === "time") return sentence("describe.waitTime", { amount, unit: duration?.unit ?? "hours" });
    if (until === "date" && !date) return sentence("describe.waitWithoutDate");
    return sentence("describe.waitFor", { until });
  },
  outputType: ({ until = "time" }) => OUTPUTS[until],
  check: (config, context) => checkWait(config, context),
  emit: (config) => ({
    method: "wait",
    typeArgument: OUTPUTS[config.until],
    settings: object({ for: constant(config.until), ...REQUESTS[config.until](config) }),
  }),
});

const OUTPUTS: Record<Config["until"], string> = {
  time: "{ at: string }",
  date: "{ at: string }",
  webhook: "{ method: string; query: Record<string, string>; headers: Record<string, string>; body: any }",
  approval:
    '{ decision: "approved" | "refused"; by: { id: string; name: string; email: string }; comment: string; at: string }',
};

const REQUESTS: Record<Config["until"], (config: Config) => Record<string, CodeTree | undefined>> = {
  time: ({ duration }) => ({ ms: duration && milliseconds(duration, "duration") }),
  date: ({ date }) => ({ date: date && value(date, "date") }),
  webhook: ({ deadline }) => ({ deadlineMs: deadline && milliseconds(deadline, "deadline") }),
  approval: ({ question, approvers, deadline }) => ({
    question: question && value(question, "question"),
    of: approvers && value(approvers, "approvers"),
    deadlineMs: deadline && milliseconds(deadline, "deadline"),
  }),
};

function milliseconds({ amount, unit }: Duration, field: string): CodeTree {
  if (amount.kind === "literal") return text(grouped(Number(amount.value) * MILLISECONDS[unit]), `${field}.amount`);
  const code = valueCode(amount);
  return text(`${isPlainCode(code) ? code : `(${code})`} * ${grouped(MILLISECONDS[unit])}`, `${field}.amount`);
}

/** 3600000 is hard to read. */
const grouped = (number: number): string =>
  Number.isInteger(number) ? String(number).replace(/\B(?=(?:\d{3})+$)/g, "_") : String(number);

function checkWait(config: Config, { node }: NodeContext): Diagnostic[] {
  const missing = (field: string) => [error("MISSING_SETTING", { nodeId: node.id, field }, { setting: field })];
  const { until, duration, deadline, date, question } = config;
  if (until === "time") return duration ? checkDuration(node.id, duration, "duration") : missing("duration");
  if (until === "date") return date && !isBlank(date) ? [] : missing("date");
  const late = deadline ? checkDuration(node.id, deadline, "deadline") : [];
  return until === "approval" && (!question || isBlank(question)) ? [...missing("question"), ...late] : late;
}

/** A fixed amount is a number from 0 on; a formula's is looked at when it runs. */
function checkDuration(nodeId: string, { amount }: Duration, field: string): Diagnostic[] {
  const at = { nodeId, field: `${field}.amount` };
  if (isBlank(amount)) return [error("MISSING_SETTING", at, { setting: field })];
  if (amount.kind !== "literal") return [];
  const number = Number(amount.value);
  const fits = typeof amount.value !== "boolean" && Number.isFinite(number) && number >= 0 && number <= 100_000;
  return fits
    ? []
    : [error("BAD_SETTING", at, { setting: field, reason: "rule", detail: "a number from 0 to 100,000" })];
}
