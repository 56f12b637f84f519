import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { FindingPlace } from "@/core/compiler/types/place-finding";
import type { CheckedModule } from "@/core/compiler/types/type-diagnostics";
import type { TypeFinding } from "@/core/compiler/types/type-finding";
import { recordTypeName } from "@/core/nodes/record-type-name";

/** What the runtime lends; a property it does not have is a mistake in any code. */
const FIXED_OWNERS = new Set(["HttpClient", "HttpAnswer", "RecordClient", "StepScope", "Math", "JSON"]);

/**
 * Decides how bad a finding is: docs/types.md has the table. In a formula or a setting a wrong kind blocks; in code, which
 * may be written without types, only what cannot work at all does.
 *
 * @returns null for what is nobody's mistake
 */
export function severityOf(
  { what }: TypeFinding,
  { field, part }: FindingPlace,
  { context }: CheckedModule,
  isDoubtful: (line: number) => boolean,
): Diagnostic["severity"] | null {
  const isCode = part !== "config";
  if (what.kind === "may-be-empty" || what.kind === "never-equal" || what.kind === "other") return "warning";
  if (what.kind === "wrong-kind" && what.partly) return isCode ? null : "warning";
  if (what.kind === "unknown-property") {
    const { kind, line, name } = what.owner;
    const isRecord = context.modules.some(({ apiName }) => recordTypeName(context.modules, apiName) === name);
    if (isRecord) return "error";
    if (isCode) return line !== null ? null : FIXED_OWNERS.has(name ?? "") ? "error" : "warning";
    if (kind.text === "{}" || (line !== null && isDoubtful(line))) return "warning";
  }
  return isCode || field === undefined ? "warning" : "error";
}
