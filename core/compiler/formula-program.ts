import { lower } from "@/core/compiler/lower/lower";
import { readUserCode } from "@/core/values/read-user-code";
import { valueCode } from "@/core/values/value-code";

/**
 * Compiles one formula alone, to see what it gives: a program whose payload holds what its names stand for.
 *
 * @param known the names there is data for
 * @returns null for a formula that cannot be read, or reads something else
 */
export function formulaProgram(
  code: string,
  known: readonly string[],
): { javascript: string; names: readonly string[] } | null {
  const { fault, forbidden, free, isAsync } = readUserCode("formula", code);
  const names = [...new Set(free.map(({ name }) => name))];
  if (code.trim() === "" || fault || forbidden.length > 0 || isAsync) return null;
  if (names.some((name) => !known.includes(name)) || /\bvariables\b/.test(code)) return null;
  const typescript = `export default async function preview(run: Run, trigger: any) {
const { ${names.join(", ")} } = trigger;
return run.return("preview", () => (
${valueCode({ kind: "expression", code })}
));
}
`;
  return { javascript: lower(typescript, []), names };
}
