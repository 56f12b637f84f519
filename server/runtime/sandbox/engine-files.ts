import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** @returns quickjs.wasm, then each extension's name and wasm */
export function engineFiles(): (string | Uint8Array)[] {
  const { resolve } = createRequire(import.meta.url);
  const read = (name: string) => readFileSync(resolve(`quickjs-wasi/${name}`));
  const extensions = ["url", "encoding", "structured-clone"];
  return [read("quickjs.wasm"), ...extensions.flatMap((name) => [name, read(`${name}.so`)])];
}
