import type ts from "ts-checker";
import type { TypeFault } from "@/core/compiler/types/type-finding";
import { isUnknown, kindOf, subjectOf } from "@/server/typecheck/child/places";
import type { Checked } from "@/server/typecheck/child/programs";

/**
 * Says how a value does not fit its place: it is of another kind, no choice of a list, or only may be empty. What nobody
 * knows the type of fits everywhere, and so does text where one of several texts is expected: whether it is one of them
 * shows when it runs.
 */
export function readWrongKind(node: ts.Node, checked: Checked): TypeFault | null {
  const { checker, ts } = checked;
  const value = valueAt(node, ts);
  if (!value) return { kind: "other" };
  const expected = checker.getContextualType(value);
  if (!expected) return { kind: "other" };
  const given = checker.getTypeAtLocation(value);
  const wanted = checker.getNonNullableType(expected);
  const subject = subjectOf(value, checked);
  const target = targetOf(value, checked);
  if (isUnknown(given, checked)) return null;

  const solid = solidMembers(given, checked);
  const unfit = solid.filter((member) => !fits(member, wanted, checked));
  const partly = unfit.length < solid.length;
  if (solid.length === 0 || unfit.length === 0) {
    return isEmpty(given, checked)
      ? { kind: "may-be-empty", subject, found: kindOf(given, checked), target }
      : deeper(value, solid.some(isDate), checked);
  }
  const found = kindOf(unfit[0]!, checked);
  const kind = kindOf(wanted, checked);
  if (kind.name === "choice" || wanted.isStringLiteral()) {
    const literals = unfit.filter((member) => member.isStringLiteral());
    if (literals.length === 0 && found.name === "text") return null;
    const choice = literals[0]?.isStringLiteral() ? literals[0].value : null;
    return { kind: "wrong-kind", subject, found, expected: kind, target, choice, partly };
  }
  return { kind: "wrong-kind", subject, found, expected: kind, target, choice: null, partly };
}

/** A date becomes text on its way out of a step. */
function fits(type: ts.Type, wanted: ts.Type, { checker }: Checked): boolean {
  return checker.isTypeAssignableTo(isDate(type) ? checker.getStringType() : type, wanted);
}

const isDate = (type: ts.Type): boolean => type.getSymbol()?.name === "Date";

/** The members of a type that are a value: neither empty nor a step's failure. */
function solidMembers(type: ts.Type, { checker, ts }: Checked): ts.Type[] {
  const solid = checker.getNonNullableType(type);
  const members = solid.isUnion() ? solid.types : [solid];
  return members.filter((member) => (member.flags & ts.TypeFlags.Never) === 0 && member.getSymbol()?.name !== "Failed");
}

const isEmpty = (type: ts.Type, { checker }: Checked): boolean => checker.getNonNullableType(type) !== type;

/** It fits as it is seen alone: something inside it does not, unless it is a date or a step's output. */
function deeper(value: ts.Node, hasDate: boolean, { ts }: Checked): TypeFault | null {
  return hasDate || ts.isIdentifier(value) ? null : { kind: "other" };
}

/** The value that was put where it does not fit; an error may stand at its key, or at the arrow that returns it. */
function valueAt(node: ts.Node, ts: Checked["ts"]): ts.Expression | null {
  const { parent } = node;
  if (parent && ts.isPropertyAssignment(parent) && parent.name === node) return parent.initializer;
  if (ts.isReturnStatement(node)) return node.expression ?? null;
  if (ts.isVariableDeclaration(parent) && parent.name === node) return parent.initializer ?? null;
  if (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  ) {
    return parent.right;
  }
  return ts.isExpression(node) ? node : null;
}

/** The name of the property or parameter a value was meant for. */
function targetOf(value: ts.Expression, { checker, file, ts }: Checked): string | null {
  const { parent } = value;
  if (ts.isPropertyAssignment(parent)) return parent.name.getText(file).replace(/^["']|["']$/g, "");
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name.text;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
  if (!ts.isCallExpression(parent)) return null;
  const at = parent.arguments.indexOf(value);
  return checker.getResolvedSignature(parent)?.parameters[at]?.name ?? null;
}
