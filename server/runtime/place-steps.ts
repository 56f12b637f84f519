import type { LineSpan } from "@/core/compiler/program";
import { placeError } from "@/server/runtime/place-error";
import type { SandboxError } from "@/server/runtime/sandbox/sandbox";

/**
 * Reads the steps that a sandbox handed over and places their errors in the user's own code.
 *
 * @param text JSON text of a list; it comes from the sandbox, so nothing but a whole JSON value passes
 * @throws SyntaxError when it is none
 */
export function placeSteps(text: string, lineMap: readonly LineSpan[]): string {
  const steps = JSON.parse(text) as { error: SandboxError | null }[];
  if (!steps.some(({ error }) => error)) return text;
  return JSON.stringify(steps.map((step) => (step.error ? { ...step, error: placeError(step.error, lineMap) } : step)));
}
