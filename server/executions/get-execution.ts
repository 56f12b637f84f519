import type { CompileContext } from "@/core/compiler/program";
import { answerText } from "@/core/execution/answer-text";
import { type Cause, type CauseFacts, causeOf } from "@/core/execution/cause";
import { type EffectLine, effectSummary } from "@/core/execution/effect-summary";
import type { Headline } from "@/core/execution/headline";
import type { JournalEffect, JournalStep } from "@/core/execution/journal";
import { outcomeOf } from "@/core/execution/outcome";
import { needsAttention, type StepStatus } from "@/core/execution/statuses";
import { effectsOf } from "@/core/nodes/effects-of";
import type { Actor, App } from "@/server/app";
import { compileContext } from "@/server/automations/compile-context";
import { type OpenDecision, openDecision } from "@/server/executions/decide-execution";
import { type ExecutionFacts, findExecution } from "@/server/executions/find-execution";
import { inputLabels } from "@/server/executions/input-labels";
import { neighbouringFailures } from "@/server/executions/neighbouring-failures";
import { readJournal } from "@/server/executions/read-journal";
import { type SameCause, sameCause } from "@/server/executions/same-cause";
import { type FieldWriter, fieldWriter } from "@/server/records/field-writer";
import { listOpenWaits, type OpenWait } from "@/server/waits/list-open-waits";

/** The facts of an execution that are shown as they are. */
type PlainFacts = Pick<
  ExecutionFacts,
  | (
      | "id"
      | "status"
      | "mode"
      | "document"
      | "startedFrom"
      | "input"
      | "output"
      | "error"
      | "handledFailures"
      | "attempt"
    )
  | (
      | "statements"
      | "limits"
      | "activeMs"
      | "queuedAt"
      | "startedAt"
      | "finishedAt"
      | "secondTryAt"
      | "stopping"
      | "decisions"
      | "rerunOf"
    )
  | "reruns"
>;

export interface ExecutionDetail extends PlainFacts {
  automation: { id: string; name: string; deleted: boolean } | null;
  function: { id: string; name: string } | null;
  /** What ran; `liveNumber` is what is live now. */
  version: Pick<ExecutionFacts, "liveNumber" | "functions"> & { id: string; number: number | null };
  /** What its steps are described with; without the sources of functions. */
  context: CompileContext;
  trigger: { type: string; nodeId: string };
  record: { module: string; id: string; name: string } | null;
  startedBy: { id: string; name: string } | null;
  runsAs: { id: string; name: string } | null;
  outcome: Headline | null;
  /** In the order they started. */
  steps: JournalStep[];
  effects: JournalEffect[];
  /** What was done, was not, or may have been. */
  summary: EffectLine[];
  /** Everything that went wrong: what ended it first, then what was handled. */
  causes: (Cause & { writer: FieldWriter | null })[];
  sameCause: SameCause | null;
  /** What a person has to say before it goes on. */
  decision: OpenDecision | null;
  /** What it waits for. */
  waits: OpenWait[];
  /** Failures of the same automation around this one. */
  neighbours: { previous: string | null; next: string | null };
}

/**
 * Reads everything about an execution: its facts, its journal, the document that ran, and why it went wrong.
 *
 * @throws AppError NOT_FOUND, also for an execution that this person may not see
 */
export async function getExecution(app: App, actor: Actor, input: { id: string }): Promise<ExecutionDetail> {
  const facts = await findExecution(app, actor, input.id);
  const [{ steps, effects }, context, same, neighbours, waits] = await Promise.all([
    readJournal(app, actor, facts.id),
    compileContext(app, actor),
    sameCause(app, actor, facts),
    neighbouringFailures(app, actor, facts),
    listOpenWaits(app, actor, facts.id),
  ]);
  const causes = causesOf(facts, steps, inputLabels(facts.document, context));
  const { automationId, automationName, functionId, functionName, module, recordId, recordName } = facts;
  return {
    id: facts.id,
    status: facts.status,
    mode: facts.mode,
    automation:
      automationId === null ? null : { id: automationId, name: automationName ?? "", deleted: facts.automationDeleted },
    function: functionId === null ? null : { id: functionId, name: functionName ?? "" },
    version: {
      id: facts.versionId,
      number: facts.versionNumber,
      liveNumber: facts.liveNumber,
      functions: facts.functions,
    },
    document: facts.document,
    context: { ...context, functions: context.functions.map((one) => ({ ...one, source: "" })) },
    trigger: { type: facts.triggerType, nodeId: facts.triggerNodeId },
    record: module === null || recordId === null ? null : { module, id: recordId, name: recordName ?? "" },
    startedBy: person(facts.startedById, facts.startedByName),
    startedFrom: facts.startedFrom,
    runsAs: person(facts.runsAsId, facts.runsAsName),
    input: facts.input,
    output: facts.output,
    error: facts.error,
    outcome: outcomeOf({ ...facts, message: answerText(facts.output), stepLabel: causes[0]?.step?.label ?? null }),
    handledFailures: facts.handledFailures,
    attempt: facts.attempt,
    statements: facts.statements,
    limits: facts.limits,
    activeMs: facts.activeMs,
    queuedAt: facts.queuedAt,
    startedAt: facts.startedAt,
    finishedAt: facts.finishedAt,
    secondTryAt: facts.secondTryAt,
    stopping: facts.stopping,
    decision: openDecision(actor, facts),
    decisions: facts.decisions,
    rerunOf: facts.rerunOf,
    reruns: facts.reruns,
    steps,
    effects,
    summary: effectSummary(
      facts.document,
      steps,
      effects,
      (node) => effectsOf(node, context),
      (target) => context.modules.find(({ apiName }) => apiName === target)?.singular ?? target,
    ),
    causes: await Promise.all(causes.map((cause) => withWriter(app, actor, cause, facts.startedAt ?? facts.queuedAt))),
    sameCause: same,
    neighbours,
    waits,
  };
}

const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? "" });

/** How a step stands that an execution ended at, or cannot get past. */
const stoppedAt: ReadonlySet<StepStatus> = new Set<StepStatus>(["failed", "needs-decision"]);

/** What ended it comes first; failures that were handled follow in order. */
function causesOf(facts: ExecutionFacts, steps: JournalStep[], labelOf: CauseFacts["labelOf"]): Cause[] {
  const known: CauseFacts = {
    document: facts.document,
    steps: new Map(steps.map((step) => [step.nodeId, step])),
    automationId: facts.automationDeleted ? null : facts.automationId,
    labelOf,
  };
  const handled = steps.filter((step) => step.handled && step.error);
  // Who stopped a run knows why.
  const ended = needsAttention(facts.status) || facts.secondTryAt ? facts.error : null;
  const failed =
    ended && steps.findLast((step) => stoppedAt.has(step.status) && !step.handled && step.nodeId === ended.nodeId);
  return [
    ...(ended ? [causeOf(ended, failed ?? null, known)] : []),
    ...handled.flatMap((step) => (step.error ? causeOf(step.error, step, known) : [])),
  ];
}

/** Adds who wrote the record's field at the end of the chain. */
async function withWriter(
  app: App,
  actor: Actor,
  cause: Cause,
  before: Date,
): Promise<Cause & { writer: FieldWriter | null }> {
  const record = cause.chain.find((link) => link.kind === "record");
  if (!record) return { ...cause, writer: null };
  return {
    ...cause,
    writer: await fieldWriter(app, actor, { recordId: record.recordId, field: record.field, before }),
  };
}
