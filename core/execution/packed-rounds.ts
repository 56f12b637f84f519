import type { JournalStep, LogLine, StepLines } from "@/core/execution/journal";
import type { Json } from "@/core/values/json";

/**
 * What one step did in one round of a loop, as it stands in a row that holds many: path, ordinal, input, output, handle,
 * log, statements, lines (`0`: those of the round before it in the row), milliseconds after the row's start, duration.
 */
export type PackedRound = [
  path: string,
  ordinal: number,
  input: Json,
  output: Json,
  handle: string | null,
  log: LogLine[],
  statements: number,
  lines: StepLines | null | 0,
  startedAfterMs: number,
  durationMs: number,
];

/**
 * A step of the journal, or many of one node in one row. Rounds are packed that succeeded at the first try, did nothing
 * outside and were not written before they ended. The row's place, ordinal and start are those of its first round,
 * statements and duration the sums.
 */
export type StepRow = JournalStep & { rounds?: PackedRound[] | null };

/** @returns the steps a row stands for */
export function unpackRounds({ rounds, ...row }: StepRow): JournalStep[] {
  if (!rounds) return [row];
  let linesBefore: StepLines | null = null;
  return rounds.map(([path, ordinal, input, output, handle, log, statements, lines, startedAfterMs, durationMs]) => {
    if (lines !== 0) linesBefore = lines;
    const startedAt = row.startedAt + startedAfterMs;
    const step = { ...row, path, ordinal, input, output, log, statements, lines: linesBefore, startedAt, durationMs };
    return handle === null ? step : { ...step, handle };
  });
}

/**
 * Packs steps of one node that may be packed into one row.
 * @param steps at least one, in the order they ended
 */
export function packRounds(steps: readonly JournalStep[]): StepRow {
  const [first] = steps as [JournalStep, ...JournalStep[]];
  const sum = (of: (step: JournalStep) => number) => steps.reduce((total, step) => total + of(step), 0);
  const { handle: _handle, ...row } = first;
  return {
    ...{ ...row, input: null, output: null, log: [], lines: null },
    statements: sum(({ statements }) => statements),
    durationMs: sum(({ durationMs }) => durationMs),
    rounds: steps.map(
      ({ path, ordinal, input, output, handle = null, log, statements, lines, startedAt, durationMs }) => [
        ...([
          path,
          ordinal,
          input,
          output,
          handle,
          log,
          statements,
          lines,
          startedAt - first.startedAt,
          durationMs,
        ] as const),
      ],
    ),
  };
}
