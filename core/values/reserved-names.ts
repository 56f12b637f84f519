const KEYWORDS =
  "await async arguments break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null of package private protected public return static super switch this throw true try typeof var void while with yield undefined NaN Infinity";

/** What user code finds without declaring it: the language, and what the step lends. */
const GLOBALS =
  "Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error AggregateError EvalError Float32Array Float64Array Int16Array Int32Array Int8Array JSON Map Math Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet NaN Infinity undefined parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI URL URLSearchParams TextEncoder TextDecoder Headers atob btoa structuredClone crypto";

/** Lent by the step a piece of code runs in. */
const STEP_GLOBALS = "console http records connections store variables files";

/** The standard library of `core/library`. */
const LIBRARY_GLOBALS = "dates money numbers text lists";

/** Names the compiled module itself uses. */
const MODULE_NAMES = "run trigger Run Function globalThis";

const words = (text: string): string[] => text.split(" ");

/** Names that user code may read without declaring them. */
export const GLOBAL_NAMES: ReadonlySet<string> = new Set([
  ...words(GLOBALS),
  ...words(STEP_GLOBALS),
  ...words(LIBRARY_GLOBALS),
]);

/** Names that code may neither read nor declare. Identifiers that begin with `$` are refused too. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(["run", "eval", "Function"]);

/** Names that a node cannot have. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  ...words(KEYWORDS),
  ...words(MODULE_NAMES),
  ...GLOBAL_NAMES,
]);
