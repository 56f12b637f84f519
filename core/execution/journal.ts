import type { ExecutionError } from "@/core/execution/errors";
import type { StepStatus } from "@/core/execution/statuses";
import type { Json } from "@/core/values/json";

/** What an automation can do outside itself. */
export type EffectKind =
  | "call"
  | "record.get"
  | "record.find"
  | "record.create"
  | "record.update"
  | "record.upsert"
  | "record.delete"
  | "email"
  | "wait"
  | "automation"
  | "store.get"
  | "store.set"
  | "file.create"
  | "file.read";

/** Kinds that change nothing anywhere. */
export const READING_KINDS: ReadonlySet<EffectKind> = new Set<EffectKind>([
  "record.get",
  "record.find",
  "store.get",
  "file.read",
  "wait",
]);

/** `unknown`: in flight when its process was lost, so nobody can say whether it was done. */
export type EffectStatus = "intent" | "done" | "failed" | "unknown";

export interface LogLine {
  level: "info" | "warn" | "error";
  text: string;
}

/**
 * How many statements were executed on each line, from 1: of the node's own code (`code`), or of the function it calls
 * (`function:` and its name). Lines on which nothing was executed are left out, and those after the 500th.
 */
export type StepLines = Record<string, Record<string, number>>;

/**
 * One execution of one node. Its key is (execution, nodeId, path, attempt); `path` holds the loop iterations around it,
 * outermost first, joined by "." ("" outside any loop).
 */
export interface JournalStep {
  nodeId: string;
  path: string;
  attempt: number;
  /** Order of start within the execution, from 0. */
  ordinal: number;
  status: StepStatus;
  /** True when the failure went down a connected *if it fails* line. */
  handled: boolean;
  input: Json;
  output: Json;
  /** For a condition: the handle that was taken. */
  handle?: string;
  error: ExecutionError | null;
  log: LogLine[];
  statements: number;
  /** Statements by line of the user's own text; null for a step that ran none. */
  lines: StepLines | null;
  /** Milliseconds since the epoch. */
  startedAt: number;
  durationMs: number;
}

/** One effect of a step. Its key is (execution, nodeId, path, attempt, ordinal within the attempt). */
export interface JournalEffect {
  nodeId: string;
  path: string;
  attempt: number;
  ordinal: number;
  kind: EffectKind;
  /** What it acts on, in words: "Mailing list", "Leads". */
  target: string;
  status: EffectStatus;
  /** The request as sent, secrets left out. */
  request: Json;
  /** The answer as received. */
  result: Json;
  error: ExecutionError | null;
  idempotencyKey: string;
  startedAt: number;
  durationMs: number | null;
}
