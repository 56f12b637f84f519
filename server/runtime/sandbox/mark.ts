/** The ordinal of the question whether a function may be called: its step's effects count from 0. */
export const FUNCTION_ORDINAL = -2;

/** Which of an execution's steps one is. */
export interface StepPlace {
  nodeId: string;
  path: string;
  attempt: number;
}

/** The mark of the step that runs: the number of its node, its attempt, how many rounds it stands in, and their indexes. */
export const MARK_LENGTH = 11;

const ROUNDS_AT = 3;
const MOST_ROUNDS = MARK_LENGTH - ROUNDS_AT;

/**
 * Writes a step's mark.
 * @param rounds the indexes of the rounds around it, outermost first; those that are nested too deeply are left out
 */
export function writeMark(
  into: Float64Array,
  at: number,
  node: number,
  attempt: number,
  rounds: readonly number[],
): void {
  const depth = Math.min(rounds.length, MOST_ROUNDS);
  into[at] = node;
  into[at + 1] = attempt;
  into[at + 2] = depth;
  for (let index = 0; index < depth; index++) into[at + ROUNDS_AT + index] = rounds[index] ?? 0;
}

/** What a mark says; node -1 for none. */
export interface Mark {
  node: number;
  attempt: number;
  path: string;
}

/** Reads the mark out of the bytes of its numbers. */
export function readMark(bytes: Buffer): Mark {
  if (bytes.length < MARK_LENGTH * 8) return { node: -1, attempt: 1, path: "" };
  const number = (index: number) => bytes.readDoubleLE(index * 8);
  const depth = Math.min(number(2), MOST_ROUNDS);
  const rounds = Array.from({ length: depth }, (_, index) => number(ROUNDS_AT + index));
  return { node: number(0), attempt: number(1), path: rounds.join(".") };
}

/** @returns as much of a path as a mark holds */
export const markedPath = (path: string): string => path.split(".").slice(0, MOST_ROUNDS).join(".");
