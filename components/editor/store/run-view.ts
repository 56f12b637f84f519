import type { ExecutionError } from "@/core/execution/errors";
import type { JournalEffect, JournalStep } from "@/core/execution/journal";
import type { ExecutionStatus } from "@/core/execution/statuses";
import type { Json } from "@/core/values/json";

/** One execution as the editor shows it: on the cards, in the run panel and in the inspector. */
export interface RunView {
  executionId: string;
  status: ExecutionStatus;
  handledFailures: number;
  durationMs: number | null;
  statements: number;
  output: Json;
  error: ExecutionError | null;
  steps: JournalStep[];
  effects: JournalEffect[];
}

type Steps = readonly JournalStep[];

/** A run's steps do not change, so the newest attempts are sorted by node once. */
const known = new WeakMap<Steps, ReadonlyMap<string, JournalStep[]>>();

/**
 * What a step did, if it was reached: its newest attempt, and in a loop the one of the round that is asked for; else the
 * round that failed, else the last one.
 *
 * @param round a path of the journal; of a deeper or outer loop's round, what belongs to it
 */
export function stepOf(
  run: Pick<RunView, "steps"> | null,
  nodeId: string,
  round: string | null = null,
): JournalStep | undefined {
  const all = attemptsOf(run?.steps, nodeId);
  const own = round === null ? all : all.filter(({ path }) => belongsTo(path, round));
  const shown = own.length > 0 ? own : all;
  return shown.find(hasFailed) ?? shown.at(-1);
}

/** The newest attempt of a step in each round, in the order they started. */
export function attemptsOf(steps: Steps | undefined, nodeId: string): readonly JournalStep[] {
  if (!steps) return NOTHING;
  const byNode = known.get(steps) ?? newestAttempts(steps);
  known.set(steps, byNode);
  return byNode.get(nodeId) ?? NOTHING;
}

/** One list, so that whoever watches it does not see a new one each time. */
const NOTHING: readonly JournalStep[] = [];

export const hasFailed = ({ status, handled }: JournalStep): boolean => status === "failed" && !handled;

/** Whether one round is the other, in it or around it. */
export const belongsTo = (path: string, round: string): boolean =>
  path === round || isAround(round, path) || isAround(path, round);

const isAround = (outer: string, inner: string): boolean => outer === "" || inner.startsWith(`${outer}.`);

function newestAttempts(steps: Steps): Map<string, JournalStep[]> {
  const byNode = new Map<string, Map<string, JournalStep>>();
  for (const step of steps) {
    const byPath = byNode.get(step.nodeId) ?? new Map<string, JournalStep>();
    byNode.set(step.nodeId, byPath);
    const before = byPath.get(step.path);
    if (!before || before.attempt <= step.attempt) byPath.set(step.path, step);
  }
  return new Map([...byNode].map(([id, byPath]) => [id, [...byPath.values()]]));
}
