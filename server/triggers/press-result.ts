import { answerText } from "@/core/execution/answer-text";
import type { CauseAction } from "@/core/execution/cause-actions";
import type { EffectLine } from "@/core/execution/effect-summary";
import { ERRORS, type Fault } from "@/core/execution/errors";
import type { Headline } from "@/core/execution/headline";
import { READING_KINDS } from "@/core/execution/journal";
import type { ExecutionStatus } from "@/core/execution/statuses";
import type { Actor, App } from "@/server/app";
import { type ExecutionDetail, getExecution } from "@/server/executions/get-execution";
import { executionChanges } from "@/server/records/execution-changes";
import type { RecordChanges } from "@/server/records/record-write";

/** How a press ended, for the person who pressed. */
export interface PressResult {
  executionId: string;
  status: ExecutionStatus;
  /** What the automation answered, when that is for people. */
  message: string | null;
  /** An address the answer asks to open. */
  url: string | null;
  /** The fields of the pressed record that the press changed, with what they held before. */
  changed: RecordChanges;
  handledFailures: number;
  failure: PressFailure | null;
}

export interface PressFailure {
  /** A sentence below `executions.`. */
  headline: Headline;
  fault: Fault;
  /** True when the same press may work later. */
  retryable: boolean;
  /** The field of the pressed record that the value came from, where that is known. */
  field: string | null;
  /** What was done before it stopped; reads are left out. */
  done: Pick<EffectLine, "kind" | "target" | "state">[];
  /** Who looks after the automation. */
  owner: string | null;
}

/** Tells how a press ended, from the execution's journal and the record's events. */
export async function pressResult(app: App, actor: Actor, executionId: string): Promise<PressResult> {
  const execution = await getExecution(app, actor, { id: executionId });
  const { status, output, handledFailures, record } = execution;
  return {
    executionId,
    status,
    message: status === "succeeded" ? answerText(output) : null,
    url: status === "succeeded" ? answerUrl(output) : null,
    changed: record ? await executionChanges(app, actor, { executionId, recordId: record.id }) : {},
    handledFailures,
    failure: status === "succeeded" ? null : await failureOf(app, actor, execution),
  };
}

async function failureOf(app: App, actor: Actor, execution: ExecutionDetail): Promise<PressFailure | null> {
  const cause = execution.causes.find(({ handled }) => !handled);
  if (!cause) return null;
  return {
    headline: cause.headline,
    fault: cause.fault,
    retryable: ERRORS[cause.error.code].retryable,
    field: cause.actions.map(recordField).find((field) => field !== null) ?? null,
    done: execution.summary
      .filter(({ kind, state }) => !READING_KINDS.has(kind) && (state === "done" || state === "unknown"))
      .map(({ kind, target, state }) => ({ kind, target, state })),
    owner: execution.automation && (await ownerName(app, actor, execution.automation.id)),
  };
}

const recordField = (action: CauseAction): string | null => (action.kind === "edit-record" ? action.field : null);

async function ownerName(app: App, actor: Actor, automationId: string): Promise<string | null> {
  const { rows } = await app.pool.query<{ name: string }>(
    'SELECT u.name FROM automation a JOIN "user" u ON u.id = a.owner_id WHERE a.workspace_id = $1 AND a.id = $2',
    [actor.workspaceId, automationId],
  );
  return rows[0]?.name ?? null;
}

function answerUrl(output: ExecutionDetail["output"]): string | null {
  if (typeof output !== "object" || output === null || Array.isArray(output)) return null;
  const { url } = output;
  return typeof url === "string" && /^https?:\/\//.test(url) && URL.canParse(url) ? url : null;
}
