import { createRequire } from "node:module";
import type ts from "ts-checker";

export type TypeScript = typeof ts;

/** Runs the compiler's text: the process may read no files, so it cannot be required. */
export function loadCompiler(source: string): TypeScript {
  const module = { exports: {} };
  const run = new Function("module", "exports", "require", "__filename", "__dirname", source);
  run(module, module.exports, createRequire("/checker.cjs"), "/checker.cjs", "/");
  return module.exports as TypeScript;
}
