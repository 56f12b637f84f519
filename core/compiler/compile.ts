import { analyse } from "@/core/compiler/analyse/analyse";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import { generate } from "@/core/compiler/generate/generate";
import { lower } from "@/core/compiler/lower/lower";
import { overLimits } from "@/core/compiler/predict/over-limits";
import { type Prediction, predict } from "@/core/compiler/predict/predict";
import { type CompileContext, type Program, RUNTIME_ABI } from "@/core/compiler/program";
import { withStructuralFixes } from "@/core/compiler/structural-fixes";
import type { TypeNote } from "@/core/compiler/types/type-finding";
import { parseDocument } from "@/core/graph/parse-document";

export interface Compiled {
  program: Program | null;
  diagnostics: Diagnostic[];
  /** For the type checker: types that are checked but not written in the module. */
  notes: TypeNote[];
  /** What it will count, as far as its text says; null without a program. */
  prediction: Prediction | null;
}

/**
 * Compiles an automation: parse, analyse, generate, lower. Never throws: what is wrong with the document is among the
 * diagnostics, and the program is null when one of them is an error. The same document gives the same bytes.
 *
 * @param input an automation document, or anything else
 * @param context what the workspace has: modules, functions, connections, services
 */
export function compile(input: unknown, context: CompileContext): Compiled {
  const nothing = { program: null, notes: [], prediction: null };
  const parsed = parseDocument(input);
  if (!parsed.document) return { ...nothing, diagnostics: parsed.diagnostics };
  const { analysis, diagnostics: findings } = analyse(parsed.document, context);
  const diagnostics = withStructuralFixes(findings, parsed.document, context);
  if (!analysis) return { ...nothing, diagnostics };
  const prediction = predict(analysis);
  const { typescript, lineMap, notes } = generate(parsed.document.name, analysis, context);
  const javascript = lower(typescript, lineMap);
  const functions = analysis.functions.map(({ name, version }) => ({ name, version }));
  return {
    program: { abi: RUNTIME_ABI, typescript, javascript, lineMap, functions },
    diagnostics: [...diagnostics, ...overLimits(prediction)],
    notes,
    prediction,
  };
}
