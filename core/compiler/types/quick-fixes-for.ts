import { fieldOf } from "@/core/compiler/types/finding-words";
import type { FindingPlace } from "@/core/compiler/types/place-finding";
import type { CheckedModule } from "@/core/compiler/types/type-diagnostics";
import type { Kind, Subject, TypeFinding } from "@/core/compiler/types/type-finding";
import type { QuickFix } from "@/core/graph/edits/quick-fix";
import { findNodeType } from "@/core/nodes/catalogue";
import type { FieldType } from "@/core/records/field-types";
import { nearestName } from "@/core/records/nearest-name";
import { readUserCode } from "@/core/values/read-user-code";

/** What stands in for an empty value of a kind; none where nothing neutral would be accepted. */
const FALLBACKS: Partial<Record<Kind["name"], string>> = { text: '""', number: "0", "yes-no": "false", list: "[]" };
const WITHOUT_FALLBACK: ReadonlySet<FieldType> = new Set(["date", "date-time", "lookup", "pick-list"]);

/** @returns what would put a finding right, best first */
export function quickFixesFor({ what }: TypeFinding, place: FindingPlace, module: CheckedModule): QuickFix[] {
  const { field, line, nodeId, part } = place;
  if (nodeId === null || field === undefined) return [];
  const at = { nodeId, field };
  if (what.kind === "unknown-property") {
    const nearest = nearestName(what.property, what.names);
    if (nearest === null) return [];
    const inCode = part === "code" ? { line } : {};
    return [{ kind: "replace-in-field", ...at, from: what.property, to: nearest, ...inCode }];
  }
  if (what.kind !== "may-be-empty" || part === "code" || /…$|^(?:null|undefined)$/.test(what.subject.text)) return [];
  const subject = what.subject.text;
  const word = fieldOf(what.subject, module)?.label ?? subject;
  const fixes: QuickFix[] = [];
  if (what.found.name === "object") {
    fixes.push({ kind: "replace-in-field", ...at, from: `${subject}.`, to: `${subject}?.` });
  }
  const fallback = FALLBACKS[what.found.name];
  if (fallback !== undefined && !needsRealValue(what.subject, what.target, place, module)) {
    fixes.push({ kind: "fallback", ...at, subject, fallback });
  }
  if (isKnownBefore(subject, nodeId, field, module)) {
    fixes.push({ kind: "skip-when-empty", nodeId, subject, label: `${word}?`.slice(-120) });
  }
  fixes.push({ kind: "fail-when-empty", ...at, subject, message: word });
  return fixes;
}

/** Where "" would be refused or mean something wrong when it runs: a date, a choice, the id of a record. */
function needsRealValue(subject: Subject, target: string | null, place: FindingPlace, module: CheckedModule): boolean {
  const type = fieldOf(subject, module)?.type;
  return target === "id" || place.field === "id" || (type !== undefined && WITHOUT_FALLBACK.has(type));
}

/** Whether a condition before the step could ask for it: the item of a list or of a round, and a start, have no before. */
function isKnownBefore(subject: string, nodeId: string, field: string, { document }: CheckedModule): boolean {
  const node = document.nodes.find(({ id }) => id === nodeId);
  const type = node && findNodeType(node.type);
  if (!node || !type || type.isTrigger || type.body?.resultField === field.split(".")[0]) return false;
  const local = type.localNames?.(field, node) ?? [];
  const steps = new Set(document.nodes.map(({ name }) => name));
  return readUserCode("formula", subject).free.every(({ name }) => steps.has(name) && !local.includes(name));
}
