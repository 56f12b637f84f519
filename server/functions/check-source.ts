import type { Diagnostic } from "@/core/compiler/diagnostic";
import { functionProblems } from "@/core/compiler/function-problems";
import type { Actor, App } from "@/server/app";
import { listModules } from "@/server/records/list-modules";
import { checkFunctionTypes } from "@/server/typecheck/check-function-types";

/**
 * Finds what does not fit in the types of a function that is being written. What keeps it from being saved is found where
 * it is written; code with such problems is not looked at.
 *
 * @returns null while the checker cannot be asked
 */
export async function checkSource(
  app: App,
  actor: Actor,
  { source }: { source: string },
): Promise<{ diagnostics: Diagnostic[] } | null> {
  const { head, problems } = functionProblems(source);
  if (!head || problems.length > 0) return { diagnostics: [] };
  const report = await checkFunctionTypes(app, { name: head.name, source }, await listModules(app, actor));
  return report && { diagnostics: report.diagnostics };
}
