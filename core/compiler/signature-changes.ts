import type { FunctionSignature } from "@/core/compiler/program";

/** One difference between two signatures. Its sentence is the message `functions.signatureChanges.<what>`. */
export type SignatureChange =
  | { what: "added"; name: string; type: string; optional: boolean }
  | { what: "removed"; name: string }
  | { what: "renamed"; before: string; name: string }
  | { what: "retyped"; name: string; before: string; after: string }
  | { what: "nowOptional" | "nowRequired"; name: string }
  | { what: "reordered" }
  | { what: "returns"; before: string; after: string };

type Parameter = FunctionSignature["parameters"][number];

/**
 * Compares two signatures of a function. An input that is gone, with a new one of the same type in its place, was renamed.
 *
 * @returns the changes, in the order of the new parameters; those that are gone come after them, what it gives back last
 */
export function signatureChanges(before: FunctionSignature, after: FunctionSignature): SignatureChange[] {
  const renamed = renamesBetween(before.parameters, after.parameters);
  const oldOf = ({ name }: Parameter) => before.parameters.find((old) => old.name === (renamed.get(name) ?? name));
  const kept = after.parameters.map(oldOf).filter((old) => old !== undefined);
  const changes = after.parameters.flatMap((parameter) => {
    const old = oldOf(parameter);
    return old ? changesOf(old, parameter) : [{ what: "added" as const, ...parameter }];
  });
  const gone = before.parameters.filter((old) => !kept.includes(old));
  const order = before.parameters.filter((old) => kept.includes(old));
  return [
    ...changes,
    ...gone.map(({ name }) => ({ what: "removed" as const, name })),
    ...(kept.some((old, index) => old !== order[index]) ? [{ what: "reordered" as const }] : []),
    ...(before.returnType === after.returnType
      ? []
      : [{ what: "returns" as const, before: before.returnType, after: after.returnType }]),
  ];
}

function changesOf(old: Parameter, { name, type, optional }: Parameter): SignatureChange[] {
  return [
    ...(old.name === name ? [] : [{ what: "renamed" as const, before: old.name, name }]),
    ...(old.type === type ? [] : [{ what: "retyped" as const, name, before: old.type, after: type }]),
    ...(old.optional === optional
      ? []
      : [{ what: optional ? ("nowOptional" as const) : ("nowRequired" as const), name }]),
  ];
}

/**
 * @returns the old name by the new one. Only where the others kept their places: else nobody can tell which became which.
 */
function renamesBetween(before: readonly Parameter[], after: readonly Parameter[]): Map<string, string> {
  const isIn = (parameters: readonly Parameter[], name: string) => parameters.some((one) => one.name === name);
  const renamed = new Map<string, string>();
  for (const [index, old] of before.slice(0, after.length).entries()) {
    const { name, type } = after[index]!;
    if (name === old.name) continue;
    if (type !== old.type || isIn(before, name) || isIn(after, old.name)) return new Map();
    renamed.set(name, old.name);
  }
  return renamed;
}
