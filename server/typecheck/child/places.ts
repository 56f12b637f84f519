import type ts from "ts-checker";
import type { Kind, Owner, Subject } from "@/core/compiler/types/type-finding";
import type { Checked } from "@/server/typecheck/child/programs";

const LONGEST_SUBJECT = 60;
const LONGEST_KIND = 120;
const MOST_NAMES = 200;

/** @returns the node an error speaks of: the widest one that has its span */
export function nodeAt(start: number, length: number, { file, ts }: Checked): ts.Node {
  let found: ts.Node = file;
  const visit = (node: ts.Node): void => {
    if (node.getStart(file) > start || node.getEnd() < start + length) return;
    const isSame = found.getStart(file) === start && found.getEnd() === start + length;
    if (isSame && found !== file) return;
    found = node;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}

/** @returns a value as the sentences call it */
export function subjectOf(node: ts.Node, checked: Checked): Subject {
  const { checker, file, ts } = checked;
  const inner = unwrapped(node, ts);
  const text = inner.getText(file).replace(/\s+/g, " ");
  const short = text.length > LONGEST_SUBJECT ? `${text.slice(0, LONGEST_SUBJECT)}…` : text;
  const symbol = ts.isPropertyAccessExpression(inner) ? checker.getSymbolAtLocation(inner.name) : undefined;
  const declared = symbol?.declarations?.[0]?.parent;
  const owner = declared && ts.isInterfaceDeclaration(declared) ? declared.name.text : null;
  return { text: short, field: owner !== null && symbol ? { owner, name: symbol.name } : null };
}

function unwrapped(node: ts.Node, ts: Checked["ts"]): ts.Node {
  let at = node;
  while (ts.isParenthesizedExpression(at) || ts.isNonNullExpression(at)) at = at.expression;
  return at;
}

/** Whether nobody knows a value's type; what is left of such a type where it is not empty is `{}`. */
export function isUnknown(type: ts.Type, { ts }: Checked): boolean {
  if (type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return true;
  if (type.isUnion()) return type.types.some((member) => isRest(member, ts));
  return isRest(type, ts);
}

const isRest = (type: ts.Type, ts: Checked["ts"]): boolean =>
  (type.flags & ts.TypeFlags.Object) !== 0 &&
  type.getProperties().length === 0 &&
  type.getCallSignatures().length === 0 &&
  !type.getSymbol()?.declarations?.length;

/** @returns the kind of value a type stands for */
export function kindOf(type: ts.Type, { checker, ts }: Checked): Kind {
  const solid = checker.getNonNullableType(type);
  const text = checker.typeToString(solid).slice(0, LONGEST_KIND);
  const members = solid.isUnion() ? solid.types : [solid];
  const all = (flags: ts.TypeFlags) => members.every((member) => (member.flags & flags) !== 0);
  if (members.length === 0 || solid.flags & ts.TypeFlags.Never) {
    return { name: type === solid ? "other" : "nothing", text };
  }
  if (members.every((member) => member.isStringLiteral()) && members.length > 1) return { name: "choice", text };
  if (all(ts.TypeFlags.StringLike)) return { name: "text", text };
  if (all(ts.TypeFlags.NumberLike)) return { name: "number", text };
  if (all(ts.TypeFlags.BooleanLike)) return { name: "yes-no", text };
  if (members.every((member) => checker.isArrayType(member) || checker.isTupleType(member))) {
    return { name: "list", text };
  }
  if (members.some((member) => member.getCallSignatures().length > 0)) return { name: "code", text };
  // A text, or something that comes to the same: a list of addresses.
  if (members.some((member) => (member.flags & ts.TypeFlags.StringLike) !== 0)) return { name: "text", text };
  return { name: all(ts.TypeFlags.Object) ? "object" : "other", text };
}

/** @returns what a property was looked for on, and the properties it has */
export function ownerOf(type: ts.Type, checked: Checked): { owner: Owner; names: string[] } {
  const { checker, file, noted, ts } = checked;
  const declaration = type.getSymbol()?.declarations?.[0];
  const isInterface = declaration !== undefined && ts.isInterfaceDeclaration(declaration);
  const isOurs = declaration?.getSourceFile() === file;
  const at = declaration && isOurs ? file.getLineAndCharacterOfPosition(declaration.getStart(file)) : null;
  const names = checker.getPropertiesOfType(type).map(({ name }) => name);
  return {
    owner: {
      name: isInterface ? declaration.name.text : null,
      kind: kindOf(type, checked),
      line: at ? noted.placeOf(at.line + 1, at.character).line : null,
    },
    names: names.slice(0, MOST_NAMES),
  };
}

/** @returns the name of what is called around a node */
export function calleeOf(node: ts.Node, { file, ts }: Checked): string {
  let at: ts.Node | undefined = node;
  while (at && !ts.isCallExpression(at) && !ts.isNewExpression(at)) at = at.parent;
  const text = at?.expression.getText(file) ?? node.getText(file);
  return text.length > LONGEST_SUBJECT ? `${text.slice(0, LONGEST_SUBJECT)}…` : text;
}
