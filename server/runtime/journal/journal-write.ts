import type { ExecutionError } from "@/core/execution/errors";
import type { JournalEffect } from "@/core/execution/journal";
import type { ExecutionStatus } from "@/core/execution/statuses";
import type { Json } from "@/core/values/json";
import type { VersionToRun } from "@/server/runtime/execution-request";
import { storableText } from "@/server/runtime/journal/storable-text";
import { textColumn } from "@/server/runtime/journal/text-column";

/** What an execution is, for those who watch what is committed. */
export interface AboutExecution {
  created: CreatedExecution;
  document: VersionToRun["document"];
}

/** What is written of one execution at one moment. */
export interface JournalWrite {
  executionId: string;
  workspaceId: string;
  /** The fencing number under which the writer owns the execution. */
  fence: number;
  /** Set at the first write: the row itself. */
  created: CreatedExecution | null;
  /** Not written: for metrics and traces. */
  about: AboutExecution;
  progress: ExecutionProgress;
  /** JSON text of steps as `placeSteps` makes it; one that was written before is replaced. */
  steps: string;
  /** Likewise. */
  effects: EffectRow[];
}

/** The columns of an execution that never change. Times in milliseconds since the epoch. */
export interface CreatedExecution {
  automationId: string | null;
  versionId: string;
  functionId: string | null;
  mode: "live" | "test";
  triggerType: string;
  triggerNodeId: string;
  input: Json;
  module: string | null;
  recordId: string | null;
  recordName: string | null;
  startedById: string | null;
  startedFrom: string;
  runsAsId: string | null;
  requestId: string | null;
  rerunOfId: string | null;
  causeExecutionId: string | null;
  traceparent: string | null;
  depth: number;
  awaited: boolean;
  limits: Json;
  variables: Json;
  seed: string;
  timeZone: string;
  /** Null while it is queued. */
  startedAt: number | null;
  concurrencyKey?: string | null;
}

/** The columns of an execution that every write sets. */
export interface ExecutionProgress {
  status: ExecutionStatus;
  output: Json;
  error: ExecutionError | null;
  outcome: Json;
  handledFailures: number;
  statements: number;
  activeMs: number;
  /** Null while it goes on. */
  finishedAt: number | null;
  /** For one that waits: when it goes on by itself; null: never. */
  wakeAt: number | null;
  /** Where another try of it begins: which one, from 1. */
  attempt?: number;
}

export interface EffectRow extends JournalEffect {
  argumentHash: string;
}

/** @returns one element of the journal statement's input, free of what the database cannot hold */
export function writeText({ steps, created, effects, about: _about, ...write }: JournalWrite): string {
  const rest = JSON.stringify({
    ...write,
    created: created && {
      ...created,
      ...{ input: textColumn(created.input), variables: textColumn(created.variables) },
    },
    effects: effects.map((effect) => ({
      ...effect,
      ...{ result: textColumn(effect.result), error: textColumn(effect.error) },
    })),
  });
  return storableText(`${rest.slice(0, -1)},"steps":${steps}}`);
}
