import type { JournalStep } from "@/core/execution/journal";
import { type PackedRound, unpackRounds } from "@/core/execution/packed-rounds";

/** A row of `execution_step` as it is read; which columns is the reader's choice. */
export type StoredStep = Omit<JournalStep, "handle"> & {
  handle: string | null;
  /** JSON text of `PackedRound[]`. */
  rounds: string | null;
};

/** @returns the steps of an execution in the order they started, each round by itself */
export function stepsOfRows(rows: readonly StoredStep[]): JournalStep[] {
  return rows
    .flatMap(({ rounds, handle, ...row }) => {
      const step = handle === null ? row : { ...row, handle };
      return rounds === null ? [step] : unpackRounds({ ...step, rounds: JSON.parse(rounds) as PackedRound[] });
    })
    .sort((one, other) => one.ordinal - other.ordinal || one.attempt - other.attempt);
}
