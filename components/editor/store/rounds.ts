import { attemptsOf, belongsTo, hasFailed, type RunView } from "@/components/editor/store/run-view";
import type { JournalStep } from "@/core/execution/journal";
import type { GraphNode } from "@/core/graph/document";
import { loopIndex } from "@/core/graph/loops";

/** How often a loop went round. */
export interface RoundCount {
  times: number;
  failed: number;
  /** How many items there are, where the run says so. */
  of: number | null;
}

type Steps = Pick<RunView, "steps"> | null;

/**
 * How often a loop went round in a run.
 *
 * @param round counts only what belongs to this round of a loop around it
 * @returns null when the loop was not reached
 */
export function roundsOf(
  run: Steps,
  nodes: readonly GraphNode[],
  loop: string,
  round: string | null = null,
): RoundCount | null {
  const inRound = ({ path }: JournalStep) => round === null || belongsTo(path, round);
  const own = attemptsOf(run?.steps, loop).filter(inRound);
  if (own.length === 0) return null;
  const { childrenOf } = loopIndex(nodes);
  const inside = childrenOf(loop).flatMap(({ id }) =>
    attemptsOf(run?.steps, id).filter(({ path }) => own.some((one) => isRoundOf(path, one.path))),
  );
  const rounds = new Set(inside.map(({ path }) => path));
  const failed = new Set(inside.filter(hasFailed).map(({ path }) => path));
  const items = own.map(itemsOf);
  const of = items.every((each) => each !== null) ? items.reduce((sum, each) => sum + each.length, 0) : null;
  return { times: rounds.size > 0 ? rounds.size : (of ?? 0), failed: failed.size, of };
}

/** What a loop's name stands for in one of its rounds: the item and its number. Undefined where the run does not say. */
export function roundValue(run: Steps, loop: string, path: string) {
  const own = attemptsOf(run?.steps, loop).find((step) => isRoundOf(path, step.path) || belongsTo(path, step.path));
  const items = own ? itemsOf(own) : null;
  if (!own || !items) return undefined;
  const depth = own.path === "" ? 0 : own.path.split(".").length;
  const index = Number(path.split(".")[depth] ?? 0);
  const item = items[index];
  return item === undefined ? undefined : { item, index };
}

/** Whether a path is a round of the loop that ran at another path. */
const isRoundOf = (path: string, loop: string): boolean =>
  loop === ""
    ? path !== "" && !path.includes(".")
    : path.startsWith(`${loop}.`) && !path.slice(loop.length + 1).includes(".");

function itemsOf({ input }: JournalStep) {
  const items = input !== null && typeof input === "object" && !Array.isArray(input) ? input.items : input;
  return Array.isArray(items) ? items : null;
}
