import { checkFunction } from "@/core/compiler/analyse/check-function";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import { type FunctionHead, functionSignature, type HeadProblem } from "@/core/compiler/function-signature";

/** What keeps a function from being saved: the sentence `errors.FUNCTION_INVALID`. */
export interface FunctionProblem {
  reason: HeadProblem["reason"] | "syntax" | "tooDeep" | "htmlComment" | "await" | "export" | "reserved" | "unknown";
  /** The parser's words, or the name in question. */
  message: string;
  /** From 1. */
  line: number;
}

/** Reads a function's source and finds what keeps it from being saved. The head is there whenever it can be read. */
export function functionProblems(source: string): { head: FunctionHead | null; problems: FunctionProblem[] } {
  const read = functionSignature(source);
  if ("problem" in read) return { head: null, problems: [{ ...read.problem, message: "" }] };
  const { head } = read;
  return { head, problems: checkFunction({ name: head.name, source }).map(toProblem) };
}

function toProblem({ code, params }: Diagnostic): FunctionProblem {
  const line = Number(params.line ?? 1);
  if (code === "RESERVED_IDENTIFIER") return { reason: "reserved", message: String(params.name), line };
  if (code === "UNKNOWN_NAME") return { reason: "unknown", message: String(params.name), line };
  return { reason: params.reason as FunctionProblem["reason"], message: String(params.message ?? ""), line };
}
