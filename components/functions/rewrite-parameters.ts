import type { FunctionHead } from "@/core/compiler/function-signature";
import type { FunctionSignature } from "@/core/compiler/program";

type Parameter = FunctionSignature["parameters"][number];

/**
 * @returns the source with these parameters in place of those of its head; nothing else changes, and a parameter that stays
 *   is left as it was written
 */
export function rewriteParameters(source: string, head: FunctionHead, parameters: readonly Parameter[]): string {
  const text = parameters.map((parameter) => writtenAs(parameter, head)).join(", ");
  return source.slice(0, head.span.from) + text + source.slice(head.span.to);
}

function writtenAs({ name, type, optional }: Parameter, { signature, written }: FunctionHead): string {
  const kept = signature.parameters.findIndex(
    (before) => before.name === name && before.type === type && before.optional === optional,
  );
  return written[kept] ?? `${name}${optional ? "?" : ""}: ${type}`;
}

/** @returns a name for one more parameter. */
export function freeParameterName(parameters: readonly Parameter[]): string {
  const taken = new Set(parameters.map(({ name }) => name));
  for (let number = parameters.length + 1; ; number++) if (!taken.has(`input${number}`)) return `input${number}`;
}

export const PARAMETER_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
