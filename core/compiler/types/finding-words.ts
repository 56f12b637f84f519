import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { FindingPlace } from "@/core/compiler/types/place-finding";
import type { CheckedModule } from "@/core/compiler/types/type-diagnostics";
import type { Kind, Owner, Subject, TypeFinding } from "@/core/compiler/types/type-finding";
import { recordTypeName } from "@/core/nodes/record-type-name";
import type { CrmField, CrmModule, FieldType } from "@/core/records/field-types";
import { nearestName } from "@/core/records/nearest-name";

type Words = Pick<Diagnostic, "code" | "params">;

/** The key of a kind in the sentences: those of the fields' types, and those of code. */
const WORD_OF_FIELD: Record<FieldType, string> = {
  text: "text",
  "multi-line": "text",
  email: "email",
  phone: "phone",
  url: "url",
  number: "number",
  currency: "currency",
  date: "date",
  "date-time": "dateTime",
  "yes-no": "yesNo",
  "pick-list": "pickList",
  lookup: "lookup",
};
const WORD_OF_KIND: Record<Kind["name"], string> = {
  text: "text",
  number: "number",
  "yes-no": "yesNo",
  choice: "pickList",
  list: "list",
  object: "object",
  nothing: "nothing",
  code: "code",
  other: "other",
};

/** Says a finding in our words: the code of its sentence and what the sentence speaks of. */
export function findingWords({ message, what }: TypeFinding, place: FindingPlace, module: CheckedModule): Words {
  const { line } = place;
  switch (what.kind) {
    case "wrong-kind": {
      const { choice, expected, found, subject } = what;
      const target = targetWords(what.target, place, module);
      if (choice !== null) return { code: "NOT_A_CHOICE", params: { line, value: choice, target: target.name } };
      const field = fieldOf(subject, module);
      const is = field ? WORD_OF_FIELD[field.type] : WORD_OF_KIND[found.name];
      const expects = target.field ? WORD_OF_FIELD[target.field.type] : WORD_OF_KIND[expected.name];
      const texts = { isText: found.text, expectsText: expected.text };
      return {
        code: "WRONG_KIND",
        params: { line, subject: called(subject, field), is, target: target.name, expects, ...texts },
      };
    }
    case "may-be-empty": {
      const target = what.target === null ? "none" : targetWords(what.target, place, module).name;
      const subject = called(what.subject, fieldOf(what.subject, module));
      return { code: "MAY_BE_EMPTY", params: { line, subject, target } };
    }
    case "unknown-property": {
      const { names, owner, property, subject } = what;
      const nearest = nearestName(property, names) ?? "none";
      const record = moduleNamed(owner.name, module);
      if (record) {
        return { code: "UNKNOWN_PROPERTY", params: { line, of: "record", owner: record.plural, property, nearest } };
      }
      const field = fieldOf(subject, module);
      const is = field ? WORD_OF_FIELD[field.type] : wordOfOwner(owner);
      const params = {
        line,
        of: "value",
        subject: called(subject, field),
        is,
        isText: owner.kind.text,
        property,
        nearest,
      };
      return { code: "UNKNOWN_PROPERTY", params };
    }
    case "unknown-argument": {
      const label = module.document.nodes.find(({ id }) => id === place.nodeId)?.label ?? "";
      return { code: "UNKNOWN_ARGUMENT", params: { argument: what.property, function: label } };
    }
    case "argument-count": {
      const { callee, expected, given } = what;
      return { code: "WRONG_ARGUMENTS", params: { line, function: callee, expected, given } };
    }
    case "never-equal":
      return { code: "NEVER_EQUAL", params: { line, subject: called(what.subject, fieldOf(what.subject, module)) } };
    case "other":
      return { code: "TYPE_PROBLEM", params: { line, message } };
  }
}

/** An object's own properties say nothing of what it is. */
const wordOfOwner = ({ kind }: Owner): string =>
  kind.name === "object" || kind.name === "other" ? "unknown" : WORD_OF_KIND[kind.name];

const moduleNamed = (typeName: string | null, { context: { modules } }: CheckedModule): CrmModule | undefined =>
  modules.find(({ apiName }) => recordTypeName(modules, apiName) === typeName);

/** @returns the field of the workspace's records a value is */
export function fieldOf(subject: Subject, module: CheckedModule): CrmField | undefined {
  if (!subject.field) return undefined;
  const { name, owner } = subject.field;
  return moduleNamed(owner, module)?.fields.find(({ apiName }) => apiName === name);
}

const called = (subject: Subject, field: CrmField | undefined): string => field?.label ?? subject.text;

/** What a value was meant for: the field of a record as people call it, else the input's name. */
function targetWords(
  target: string | null,
  { field, nodeId }: FindingPlace,
  { context, document }: CheckedModule,
): { name: string; field?: CrmField } {
  const [group, name] = field?.split(".") ?? [];
  const node = document.nodes.find(({ id }) => id === nodeId);
  const record = context.modules.find(({ apiName }) => apiName === node?.config.module);
  const held = group === "fields" ? record?.fields.find(({ apiName }) => apiName === name) : undefined;
  return held && (target === null || target === name) ? { name: held.label, field: held } : { name: target ?? "none" };
}
