import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { FunctionSignature } from "@/core/compiler/program";
import type { Actor, App } from "@/server/app";
import { readSource } from "@/server/functions/read-source";
import { listModules } from "@/server/records/list-modules";
import { checkFunctionTypes } from "@/server/typecheck/check-function-types";

/** What is known of a function about to be saved. */
export interface TypedSource {
  name: string;
  signature: FunctionSignature;
  /** What does not fit in its types; nothing of it keeps it from being saved. */
  diagnostics: Diagnostic[];
}

/**
 * Reads name and signature of a function about to be saved. The types are those the checker infers; where it knows
 * nothing or cannot be asked, those that can be read off the text.
 *
 * @throws AppError FUNCTION_INVALID for code that cannot run
 */
export async function typedSource(app: App, actor: Actor, source: string): Promise<TypedSource> {
  const { name, signature } = readSource(source);
  const report = await checkFunctionTypes(app, { name, source }, await listModules(app, actor));
  return { name, signature: better(signature, report?.signature ?? null), diagnostics: report?.diagnostics ?? [] };
}

function better(read: FunctionSignature, checked: FunctionSignature | null): FunctionSignature {
  if (!checked || checked.parameters.length !== read.parameters.length) return read;
  return {
    parameters: read.parameters.map((parameter, at) => ({
      ...parameter,
      type: known(checked.parameters[at]?.type) ?? parameter.type,
    })),
    returnType: known(checked.returnType) ?? read.returnType,
  };
}

const known = (type: string | undefined): string | undefined =>
  type === "any" || type === "unknown" || type === "never" ? undefined : type;
