import { functionProblems } from "@/core/compiler/function-problems";
import type { FunctionSignature } from "@/core/compiler/program";

/** What a draft says of itself; null where its first line cannot be read yet. */
export interface DraftHead {
  name: string | null;
  signature: FunctionSignature | null;
}

/** Reads name and signature of a draft, which may be anything. */
export function readDraft(source: string): DraftHead {
  const { head } = functionProblems(source);
  return { name: head?.name ?? null, signature: head?.signature ?? null };
}

/** Of a draft whose first line was never readable. */
export const NO_SIGNATURE: FunctionSignature = { parameters: [], returnType: "unknown" };
