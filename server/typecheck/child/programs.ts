import type ts from "ts-checker";
import type { TypeScript } from "@/server/typecheck/child/load-compiler";
import { type NotedText, withNotes } from "@/server/typecheck/child/with-notes";
import type { Question } from "@/server/typecheck/protocol";

/** A text as the compiler understood it. */
export interface Checked {
  ts: TypeScript;
  file: ts.SourceFile;
  checker: ts.TypeChecker;
  diagnostics: readonly ts.Diagnostic[];
  noted: NotedText;
  /** Whether the text is a compiled module, whose interfaces are those of records. */
  isModule: boolean;
}

export interface Programs {
  check(question: Question): Checked;
}

const MAIN = "/main.ts";
export const TYPES = "/types.d.ts";

/**
 * Checks texts in a file system of the memory. The library and the declarations are parsed once and kept; each question
 * builds on the program of the one before.
 *
 * @param texts TypeScript's library and the declarations, by file name
 * @param roots the names of the declarations
 */
export function createPrograms(ts: TypeScript, texts: Record<string, string>, roots: readonly string[]): Programs {
  const parsed = new Map<string, ts.SourceFile>();
  let program: ts.Program | undefined;
  return { check };

  function check(question: Question): Checked {
    const isModule = question.kind === "module";
    const noted = withNotes(question.text, isModule ? question.notes : []);
    const file = parse(MAIN, noted.text);
    const beside = parse(TYPES, isModule ? "" : question.types);
    program = ts.createProgram({
      rootNames: [...roots.map((name) => `/${name}`), TYPES, MAIN],
      options: optionsOf(ts),
      host: hostOf((name) => (name === MAIN ? file : name === TYPES ? beside : kept(name))),
      oldProgram: program,
    });
    const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return { ts, file, checker: program.getTypeChecker(), diagnostics, noted, isModule };
  }

  function kept(name: string): ts.SourceFile | undefined {
    const text = texts[name.slice(1)];
    const known = parsed.get(name);
    if (known || text === undefined) return known;
    const file = parse(name, text);
    parsed.set(name, file);
    return file;
  }

  function parse(name: string, text: string): ts.SourceFile {
    const before = name === TYPES ? program?.getSourceFile(TYPES) : undefined;
    if (before?.text === text) return before;
    return ts.createSourceFile(name, text, { languageVersion: ts.ScriptTarget.ES2023 }, true);
  }
}

function hostOf(find: (name: string) => ts.SourceFile | undefined): ts.CompilerHost {
  return {
    fileExists: (name) => find(name) !== undefined,
    readFile: (name) => find(name)?.text,
    getSourceFile: find,
    getDefaultLibFileName: () => "/lib.es2023.d.ts",
    getDefaultLibLocation: () => "/",
    writeFile: () => {},
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
}

/** What is strict and what is not: docs/types.md. */
const optionsOf = (ts: TypeScript): ts.CompilerOptions => ({
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.es2023.d.ts"],
  types: [],
  strict: true,
  useUnknownInCatchVariables: false,
  allowUnreachableCode: true,
  allowUnusedLabels: true,
  skipLibCheck: true,
  noEmit: true,
});
