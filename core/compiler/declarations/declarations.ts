import { GLOBAL_DECLARATIONS } from "@/core/compiler/declarations/global-declarations";
import { MILLRACE_DECLARATIONS } from "@/core/compiler/declarations/millrace-declarations";
import { LIBRARY_DECLARATIONS } from "@/core/library/declarations";

/**
 * Everything user code and compiled modules find beside the language itself, as declarations by file name. The checker
 * loads all of them; editors complete from them.
 */
export const DECLARATIONS: Readonly<Record<string, string>> = {
  "millrace.d.ts": MILLRACE_DECLARATIONS,
  "globals.d.ts": GLOBAL_DECLARATIONS,
  "library.d.ts": LIBRARY_DECLARATIONS,
};
