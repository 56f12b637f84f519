import type ts from "ts-checker";
import type { TypeFault } from "@/core/compiler/types/type-finding";
import { kindOf, subjectOf } from "@/server/typecheck/child/places";
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
  if (given.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return null;

  const solid = solidMembers(given, checked);
  const unfit = solid.filter((member) => !checker.isTypeAssignableTo(member, wanted));
  if (solid.length === 0 || unfit.length === 0) {
    return isEmpty(given, checked)
      ? { kind: "may-be-empty", subject, found: kindOf(given, checked), target }
      : deeper(value, checked);
  }
  const found = kindOf(unfit[0]!, checked);
  const kind = kindOf(wanted, checked);
  if (kind.name === "choice" || wanted.isStringLiteral()) {
    const literals = unfit.filter((member) => member.isStringLiteral());
    if (literals.length === 0 && found.name === "text") return null;
    const choice = literals[0]?.isStringLiteral() ? literals[0].value : null;
    return { kind: "wrong-kind", subject, found, expected: kind, target, choice };
  }
  return { kind: "wrong-kind", subject, found, expected: kind, target, choice: null };
}

/** The members of a type that are a value: neither empty nor a step's failure. */
function solidMembers(type: ts.Type, { checker }: Checked): ts.Type[] {
  const solid = checker.getNonNullableType(type);
  const members = solid.isUnion() ? solid.types : [solid];
  return members.filter((member) => !isNever(member) && member.getSymbol()?.name !== "Failed");
}

const isNever = (type: ts.Type): boolean => (type.flags & 131_072) !== 0;

const isEmpty = (type: ts.Type, { checker }: Checked): boolean => checker.getNonNullableType(type) !== type;

/** It fits as it is seen alone, so something inside it is what does not. */
function deeper(value: ts.Node, { ts }: Checked): TypeFault | null {
  return ts.isIdentifier(value) ? null : { kind: "other" };
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
