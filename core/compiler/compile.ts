import { analyse } from "@/core/compiler/analyse/analyse";
import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import { generate } from "@/core/compiler/generate/generate";
import { lower } from "@/core/compiler/lower/lower";
import { overLimits } from "@/core/compiler/predict/over-limits";
import { type Prediction, predict } from "@/core/compiler/predict/predict";
import { type CompileContext, type LineSpan, type Program, RUNTIME_ABI } from "@/core/compiler/program";
import { withStructuralFixes } from "@/core/compiler/structural-fixes";
import { placeFinding } from "@/core/compiler/types/place-finding";
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
  const javascript = lowered(typescript, lineMap);
  if (typeof javascript !== "string") return { ...nothing, diagnostics: [...diagnostics, javascript] };
  const functions = analysis.functions.map(({ name, version }) => ({ name, version }));
  return {
    program: { abi: RUNTIME_ABI, typescript, javascript, lineMap, functions },
    diagnostics: [...diagnostics, ...overLimits(prediction)],
    notes,
    prediction,
  };
}

/** What can be read by itself but not where it stands in the module is said at its setting. */
function lowered(typescript: string, lineMap: readonly LineSpan[]): string | Diagnostic {
  try {
    return lower(typescript, lineMap);
  } catch (thrown) {
    const { loc, message } = thrown as Error & { loc?: { line: number; column: number } };
    const place = loc ? placeFinding(lineMap, loc.line, loc.column) : null;
    const at = { nodeId: place?.nodeId ?? undefined, field: place?.field };
    const params = { reason: "misplaced", message: message.replace(/\s*\(\d+:\d+\)$/, ""), line: place?.line || 1 };
    return error(place?.part === "code" ? "BAD_CODE" : "BAD_FORMULA", at, params);
  }
}
