import type { LineSpan } from "@/core/compiler/program";
import type { JournalStep } from "@/core/execution/journal";
import type { Json } from "@/core/values/json";
import { textColumn } from "@/server/runtime/journal/text-column";
import { placeError } from "@/server/runtime/place-error";
import type { SandboxError } from "@/server/runtime/sandbox/sandbox";

/** A step as the journal is given it: values that programs see again are text. */
export type PlacedStep = Omit<JournalStep, "output" | "error"> & {
  output: string | null;
  error: string | null;
  /** Packed rounds of a loop. */
  rounds?: string;
};

/**
 * Reads the steps that a sandbox handed over, places their errors in the user's own code, and writes them for the journal.
 *
 * @param text JSON text of a list; it comes from the sandbox, so nothing but a whole JSON value passes
 * @throws SyntaxError when it is none
 */
export function placeSteps(text: string, lineMap: readonly LineSpan[]): string {
  const steps = JSON.parse(text) as { output: Json; error: SandboxError | null; rounds?: unknown }[];
  if (steps.length === 0) return text;
  return JSON.stringify(
    steps.map(({ rounds, ...step }) => {
      const error = step.error && placeError(step.error, lineMap);
      const packed = rounds === undefined ? {} : { rounds: JSON.stringify(rounds) };
      return { ...step, output: textColumn(step.output), error: textColumn(error), ...packed };
    }),
  );
}
