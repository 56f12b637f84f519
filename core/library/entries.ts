/** One function of the library, as documents and editors show it. */
export interface LibraryEntry {
  group: string;
  name: string;
  /** As it is declared, one for each way to call it: `(list: readonly T[], size: number): T[][]`. */
  signatures: string[];
  description: string;
  /** A call, and what it gives, both as code. */
  example: { call: string; gives: string };
}

/** What is said of a whole group, and its functions. */
export interface LibraryGroup {
  group: string;
  description: string;
  entries: LibraryEntry[];
}

/** Reads the library's functions from its declarations (`declarations.ts`). */
export function readLibrary(declarations: string): LibraryGroup[] {
  const groups = declarations.matchAll(/\/\*\* (.+) \*\/\ndeclare namespace (\w+) \{\n([\s\S]*?)\n\}/g);
  return [...groups].map(([, description = "", group = "", body = ""]) => ({
    group,
    description,
    entries: [...body.matchAll(FUNCTION)].map(([, said = "", call = "", gives = "", declared = "", name = ""]) => ({
      group,
      name,
      signatures: declared
        .split(`  function ${name}`)
        .slice(1)
        .map((signature) =>
          signature
            .trim()
            .replace(/;$/, "")
            .replaceAll(/ = (?:any|keyof T & string)(?=[,>])/g, ""),
        ),
      description: said,
      example: { call, gives },
    })),
  }));
}

const FUNCTION = / {2}\/\*\*\n {3}\* (.+)\n {3}\* @example (.+?) \/\/ (.+)\n {3}\*\/\n((?: {2}function (\w+).*\n?)+)/g;
