import { createLibrary } from "@/core/library/library";
import { call } from "@/server/runtime/sandbox/prelude/call-state";
import { intlOverHost } from "@/server/runtime/sandbox/prelude/intl-over-host";
import { linkSearchParams } from "@/server/runtime/sandbox/prelude/link-search-params";

/** Replaces what would make two runs of the same call differ, and adds what people expect of a JavaScript runtime. */
export function installGlobals(): void {
  Math.random = () => call.current?.nextRandom() ?? 0;
  linkSearchParams();
  define("crypto", Object.freeze({ randomUUID, getRandomValues }));
  for (const [name, group] of Object.entries(createLibrary(intlOverHost))) define(name, group);
  for (const name of ["performance", "SharedArrayBuffer", "queueMicrotask"]) Reflect.deleteProperty(globalThis, name);
  // Code that formats stacks is handed the functions on them, the prelude's own too.
  Object.defineProperty(Error, "prepareStackTrace", { value: undefined, writable: false, configurable: false });
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
}

/** Drawn from the step's seed: unpredictable outside, the same in a replay. */
function randomUUID(): string {
  const bytes = getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function getRandomValues<T extends ArrayBufferView>(target: T): T {
  const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
  for (let index = 0; index < bytes.length; index++) bytes[index] = Math.floor(Math.random() * 256);
  return target;
}
