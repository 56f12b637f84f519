import { LIBRARY_DECLARATIONS } from "@/core/library/declarations";
import { type LibraryEntry, readLibrary } from "@/core/library/entries";

/** The standard library as editors show it. */
export const LIBRARY_REFERENCE = readLibrary(LIBRARY_DECLARATIONS);

/** @returns a call with the names of what must be given: `dates.add(date, amount, unit)`. */
export function plainCall({ group, name, signatures: [signature = ""] }: LibraryEntry): string {
  const required = parametersOf(signature).filter((parameter) => !/^\.\.\.|^\w+\?/.test(parameter));
  const spread = parametersOf(signature).filter((parameter) => parameter.startsWith("...") && required.length === 0);
  const names = [...required, ...spread].map((parameter) =>
    parameter.replace(/^\.\.\./, "").replace(/[:?][\s\S]*$/, ""),
  );
  return `${group}.${name}(${names.join(", ")})`;
}

/** @returns `date: D, amount: number` of `<D>(date: D, amount: number): D`, each on its own. */
function parametersOf(signature: string): string[] {
  const found: string[] = [""];
  let depth = 0;
  for (const [at, sign] of [...signature.slice(openingOf(signature))].entries()) {
    if (sign === ")" && depth === 1) break;
    if ("([{<".includes(sign)) depth++;
    if (")]}".includes(sign) || (sign === ">" && signature[openingOf(signature) + at - 1] !== "=")) depth--;
    if (at === 0) continue;
    if (sign === "," && depth === 1) found.push("");
    else found[found.length - 1] += sign;
  }
  return found.map((parameter) => parameter.trim()).filter(Boolean);
}

/** Where the parameters begin, after those of types. */
function openingOf(signature: string): number {
  let depth = 0;
  for (const [at, sign] of [...signature].entries()) {
    if (sign === "(" && depth === 0) return at;
    if (sign === "<") depth++;
    if (sign === ">" && signature[at - 1] !== "=") depth--;
  }
  return 0;
}
