import type ts from "ts-checker";
import { roundKey } from "@/core/values/scope-of";
import type { Checked } from "@/server/typecheck/child/programs";
import { typeText } from "@/server/typecheck/child/type-text";

/**
 * @returns the output's type of each step in question, by its name, and of a loop's round by `roundKey`; those that
 *   cannot be told are left out
 */
export function outputTypesOf(checked: Checked, steps: ReadonlySet<string>): Record<string, string> {
  const { checker, file, ts } = checked;
  const found: Record<string, string> = {};
  if (steps.size > 0) visit(file);
  return found;

  function visit(node: ts.Node): void {
    const name = ts.isCallExpression(node) ? stepOf(node) : null;
    if (name !== null && steps.has(name)) {
      const type = checker.getTypeAtLocation(node);
      tell(name, checker.getAwaitedType(type) ?? type);
      const round = ts.isCallExpression(node) ? roundOf(node) : undefined;
      if (round) tell(roundKey(name), checker.getTypeAtLocation(round));
    }
    ts.forEachChild(node, visit);
  }

  function tell(name: string, type: ts.Type): void {
    const text = typeText(type, checked);
    if (text !== null && text !== "any" && text !== "unknown") found[name] = text;
  }

  /** `run.forEach("name", …, async (run, name) => …)` */
  function roundOf({ arguments: [, , body] }: ts.CallExpression): ts.ParameterDeclaration | undefined {
    return body && ts.isArrowFunction(body) ? body.parameters[1] : undefined;
  }

  /** `run.method("name", …)` */
  function stepOf({ arguments: [first], expression }: ts.CallExpression): string | null {
    if (!first || !ts.isStringLiteral(first) || !ts.isPropertyAccessExpression(expression)) return null;
    return ts.isIdentifier(expression.expression) && expression.expression.text === "run" ? first.text : null;
  }
}
