import { setFlagsFromString } from "node:v8";
import { CompileFlags, EvalFlags, Intrinsics, QuickJS, type QuickJSOptions } from "quickjs-wasi";

/** What is compiled once a process and shared by every instance. */
export interface Engine {
  wasm: WebAssembly.Module;
  extensions: { name: string; wasm: WebAssembly.Module }[];
  /** Bytecode of the prelude. */
  prelude: Uint8Array;
  /** @returns bytecode of a strict script. @throws Error with the syntax error's message */
  compile(source: string, fileName: string): Uint8Array;
}

/** The prelude bundled to one script; put in place when this file is bundled. */
declare const PRELUDE_SOURCE: string;

/** @param parts quickjs.wasm, then each extension's name and wasm */
export async function createEngine(parts: Buffer[]): Promise<Engine> {
  // Before V8 11.4 the URL extension's constant expressions are behind a flag; later versions no longer know it.
  if (Number(process.versions.node.split(".")[0]) < 22) setFlagsFromString("--experimental-wasm-extended-const");
  const [main, ...rest] = parts;
  const wasm = await WebAssembly.compile(asBytes(main));
  const extensions = [];
  for (let index = 0; index < rest.length; index += 2) {
    extensions.push({ name: String(rest[index]), wasm: await WebAssembly.compile(asBytes(rest[index + 1])) });
  }
  // The only instance that can turn text into code; it never runs any.
  const compiler = await QuickJS.create({ wasm });
  const compile = (source: string, fileName: string) => compiler.compile(source, fileName, EvalFlags.STRICT);
  // Without its text and lines, which would be copied before each call.
  const prelude = compiler.compile(PRELUDE_SOURCE, "millrace", EvalFlags.STRICT, CompileFlags.STRIP_SOURCE);
  return { wasm, extensions, prelude, compile };
}

/** What programs find: no `eval`, nothing that depends on garbage collection or on real time. */
const PROGRAM_INTRINSICS =
  Intrinsics.DATE |
  Intrinsics.REGEXP |
  Intrinsics.JSON |
  Intrinsics.PROXY |
  Intrinsics.MAP_SET |
  Intrinsics.TYPED_ARRAYS |
  Intrinsics.PROMISE |
  Intrinsics.BIG_INT |
  Intrinsics.PERFORMANCE |
  Intrinsics.DOM_EXCEPTION |
  Intrinsics.ATOB_BTOA;

/** Bytes of native stack that a program may use; the engine refuses deeper calls. */
const STACK_BYTES = 256 * 1_024;

/** @returns options every instance of programs is made with. */
export function programOptions(
  engine: Engine,
  hooks: Pick<QuickJSOptions, "wasi" | "interruptHandler" | "timezoneOffset">,
): QuickJSOptions {
  return {
    wasm: engine.wasm,
    extensions: engine.extensions,
    intrinsics: PROGRAM_INTRINSICS,
    maxStackSize: STACK_BYTES,
    ...hooks,
  };
}

const asBytes = (part: Buffer | undefined): Uint8Array<ArrayBuffer> => new Uint8Array(part ?? []);
