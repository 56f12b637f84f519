import type { CheckedSignature } from "@/core/compiler/types/type-finding";
import { outputTypesOf } from "@/server/typecheck/child/output-types";
import type { Checked, Programs } from "@/server/typecheck/child/programs";
import { readFinding } from "@/server/typecheck/child/read-finding";
import { typeText } from "@/server/typecheck/child/type-text";
import type { Answer, Question } from "@/server/typecheck/protocol";

/** More of them help nobody. */
const MOST_FINDINGS = 200;

/** Answers one question. */
export function answer(programs: Programs, question: Question): Answer {
  const checked = programs.check(question);
  const findings = checked.diagnostics.slice(0, MOST_FINDINGS).flatMap((found) => readFinding(found, checked));
  return question.kind === "module"
    ? { findings, types: outputTypesOf(checked, new Set(question.steps)), signature: null }
    : { findings, types: {}, signature: signatureOf(checked, question.name) };
}

function signatureOf(checked: Checked, name: string): CheckedSignature | null {
  const { checker, file, ts } = checked;
  const declaration = file.statements.find(
    (one) => ts.isFunctionDeclaration(one) && one.name?.text === name && one.body !== undefined,
  );
  if (!declaration || !ts.isFunctionDeclaration(declaration)) return null;
  const signature = checker.getSignatureFromDeclaration(declaration);
  if (!signature) return null;
  const returned = checker.getReturnTypeOfSignature(signature);
  return {
    parameters: declaration.parameters.map((parameter) => ({
      name: parameter.name.getText(file),
      // A declared type as declared: not with the `undefined` of a parameter that may be left out.
      type:
        typeText(
          parameter.type ? checker.getTypeFromTypeNode(parameter.type) : checker.getTypeAtLocation(parameter),
          checked,
        ) ?? "any",
      optional: checker.isOptionalParameter(parameter),
    })),
    returnType: typeText(checker.getAwaitedType(returned) ?? returned, checked) ?? "unknown",
  };
}
