import type ts from "ts-checker";
import type { TypeFault, TypeFinding } from "@/core/compiler/types/type-finding";
import { readWrongKind } from "@/server/typecheck/child/assignability";
import { calleeOf, isUnknown, kindOf, nodeAt, ownerOf, subjectOf } from "@/server/typecheck/child/places";
import type { Checked } from "@/server/typecheck/child/programs";

/** Which errors say what; the numbers are TypeScript's own and do not change. */
const EMPTY = new Set([2531, 2532, 2533, 2721, 2722, 2723, 18047, 18048, 18049, 18050]);
const UNKNOWN_PROPERTY = new Set([2339, 2551, 2568, 2570, 2550]);
const UNKNOWN_ARGUMENT = new Set([2353, 2561]);
const WRONG_KIND = new Set([2322, 2345, 2769, 2820, 2741, 2739, 2740, 2559, 2379]);
const ARGUMENT_COUNT = new Set([2554, 2555, 2556]);
const OPERATOR = new Set([2362, 2363, 2365]);
const NEVER_EQUAL = new Set([2367]);

/** Said of something whose type nobody knows, or of what is no mistake in code that people write without types. */
const NO_FINDING = new Set([2571, 18046, 2698, 2869, 2871, 2872, 2873, 2881, 2868]);

/** Turns an error of TypeScript's into a finding, or into none where it says nothing about the text. */
export function readFinding(found: ts.Diagnostic, checked: Checked): TypeFinding[] {
  // 7000 and up: something is implicitly `any`. Code without types is welcome.
  if (NO_FINDING.has(found.code) || (found.code >= 7000 && found.code < 8000)) return [];
  const { file, noted, ts } = checked;
  const start = found.start ?? 0;
  const node = nodeAt(start, found.length ?? 0, checked);
  const what = faultOf(found, node, checked);
  if (!what) return [];
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const message = ts.flattenDiagnosticMessageText(found.messageText, "\n").split("\n")[0] ?? "";
  return [{ code: found.code, ...noted.placeOf(line + 1, character), message: message.slice(0, 500), what }];
}

function faultOf(found: ts.Diagnostic, node: ts.Node, checked: Checked): TypeFault | null {
  const { code } = found;
  if (EMPTY.has(code)) return mayBeEmpty(node, checked);
  if (UNKNOWN_PROPERTY.has(code)) return unknownProperty(node, checked);
  if (UNKNOWN_ARGUMENT.has(code)) return unknownArgument(node, checked);
  if (WRONG_KIND.has(code)) return readWrongKind(node, checked);
  if (ARGUMENT_COUNT.has(code)) return argumentCount(found, node, checked);
  if (OPERATOR.has(code)) return wrongOperand(code, node, checked);
  if (NEVER_EQUAL.has(code)) {
    const left = checked.ts.isBinaryExpression(node) ? node.left : node;
    return { kind: "never-equal", subject: subjectOf(left, checked) };
  }
  return { kind: "other" };
}

/** What an index signature stands for is described by nobody, so neither is whether it may be empty. */
function mayBeEmpty(node: ts.Node, checked: Checked): TypeFault | null {
  if (checked.checker.getSymbolAtLocation(node)?.name === "__index") return null;
  const found = kindOf(checked.checker.getTypeAtLocation(node), checked);
  return { kind: "may-be-empty", subject: subjectOf(node, checked), found, target: null };
}

function unknownProperty(node: ts.Node, checked: Checked): TypeFault | null {
  const { checker, ts } = checked;
  const access = node.parent;
  const object = access && ts.isPropertyAccessExpression(access) && access.name === node ? access.expression : null;
  const pattern = access && ts.isBindingElement(access) ? access.parent : null;
  const from = object ?? pattern;
  if (!from) return { kind: "other" };
  const property = node.getText();
  const type = checker.getNonNullableType(checker.getTypeAtLocation(from));
  if (isUnknown(type, checked) || isSomewhere(type, property)) return null;
  const { owner, names } = ownerOf(type, checked);
  if (owner.kind.text === "never") return null;
  return { kind: "unknown-property", subject: subjectOf(from, checked), property, owner, names };
}

/** A step's output or its failure: which one stands there, the compiler knows better. */
const isSomewhere = (type: ts.Type, property: string): boolean =>
  type.isUnion() && type.types.some((member) => member.getProperty(property) !== undefined);

function unknownArgument(node: ts.Node, { checker, ts }: Checked): TypeFault {
  const literal = node.parent && ts.isObjectLiteralElementLike(node.parent) ? node.parent.parent : null;
  const type = literal && ts.isObjectLiteralExpression(literal) ? checker.getContextualType(literal) : undefined;
  const names = type
    ? checker
        .getNonNullableType(type)
        .getProperties()
        .map(({ name }) => name)
    : [];
  return { kind: "unknown-argument", property: node.getText().replace(/^["']|["']$/g, ""), names: names.slice(0, 200) };
}

function argumentCount(found: ts.Diagnostic, node: ts.Node, checked: Checked): TypeFault {
  const text = checked.ts.flattenDiagnosticMessageText(found.messageText, "\n");
  const [, expected = "?", given = "0"] = /Expected (?:at least )?([\d-]+) arguments?, but got (\d+)/.exec(text) ?? [];
  return { kind: "argument-count", callee: calleeOf(node, checked), expected, given: Number(given) };
}

/** Arithmetic and comparison with what is no number. */
function wrongOperand(code: number, node: ts.Node, checked: Checked): TypeFault | null {
  const { checker, ts } = checked;
  let operand: ts.Node = node;
  let other: ts.Node | null = null;
  if (code === 2365 && ts.isBinaryExpression(node)) {
    if (isNumberAsText(node.left, ts) || isNumberAsText(node.right, ts)) return null;
    const isNumber = (side: ts.Node) => kindOf(checker.getTypeAtLocation(side), checked).name === "number";
    [operand, other] = isNumber(node.left) ? [node.right, node.left] : [node.left, node.right];
  }
  const type = checker.getNonNullableType(checker.getTypeAtLocation(operand));
  if (isUnknown(type, checked) || isPartlyNumber(type, ts)) return null;
  const subject = subjectOf(operand, checked);
  if (kindOf(type, checked).name === "number") return mayBeEmpty(operand, checked);
  const expected = other
    ? kindOf(checker.getTypeAtLocation(other), checked)
    : { name: "number" as const, text: "number" };
  return {
    kind: "wrong-kind",
    subject,
    found: kindOf(type, checked),
    expected,
    target: null,
    choice: null,
    partly: false,
  };
}

/** "10" beside a number is compared as a number. */
const isNumberAsText = (node: ts.Node, ts: Checked["ts"]): boolean =>
  ts.isStringLiteral(node) && node.text.trim() !== "" && Number.isFinite(Number(node.text));

const isPartlyNumber = (type: ts.Type, ts: Checked["ts"]): boolean =>
  type.isUnion() &&
  type.types.some((member) => (member.flags & ts.TypeFlags.NumberLike) !== 0) &&
  type.types.some((member) => (member.flags & ts.TypeFlags.NumberLike) === 0);
