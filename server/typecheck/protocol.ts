import type { CheckedSignature, TypeFinding, TypeNote } from "@/core/compiler/types/type-finding";

/** What the child is started with, before any question. */
export interface CheckerAssets {
  /** The text of the TypeScript compiler. */
  compiler: string;
  /** TypeScript's own declarations by file name ("lib.es5.d.ts"). */
  libs: Record<string, string>;
  /** What code finds, by file name. */
  declarations: Record<string, string>;
}

/** A compiled module, with the names of the steps whose output's type is asked for. */
export interface ModuleQuestion {
  kind: "module";
  text: string;
  notes: TypeNote[];
  steps: string[];
}

/** The source of a function; the types of the workspace's records it may name stand in `types`. */
export interface FunctionQuestion {
  kind: "function";
  text: string;
  name: string;
  types: string;
}

export type Question = ModuleQuestion | FunctionQuestion;

export interface Answer {
  findings: TypeFinding[];
  /** By step: its output's type as self-contained text; those that cannot be told are left out. */
  types: Record<string, string>;
  /** Of a function's source, where it has the function. */
  signature: CheckedSignature | null;
}

/** The child's first line: it has read what it was started with. */
export const READY: Answered = { id: 0, answer: null };

/** One line of JSON to the child, one back. */
export interface Asked {
  id: number;
  question: Question;
}
export interface Answered {
  id: number;
  answer: Answer | null;
}
