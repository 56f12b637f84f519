import { type Criteria, type Criterion, isUnary, type Operator } from "@/core/values/criteria";
import { literal, type Value } from "@/core/values/value";
import { isPlainCode, valueCode } from "@/core/values/value-code";

/** Writes criteria as a TypeScript expression that is true or false (or, for a formula, whatever it gives). */
export function criteriaCode(criteria: Criteria): string {
  if (criteria.kind === "formula") return valueCode(criteria.formula);
  const rows = criteria.rows.map(criterionCode);
  if (rows.length === 1) return rows[0]!;
  const joint = criteria.match === "all" ? " && " : " || ";
  return rows.map((row) => (/&&|\|\||\?/.test(row) ? `(${row})` : row)).join(joint);
}

function criterionCode({ left, operator, right }: Criterion): string {
  return CODE[operator](operandCode(left), isUnary(operator) ? "" : operandCode(right ?? literal(null)));
}

/** How each operator reads. An empty value is never greater or less than anything. */
const CODE: Record<Operator, (left: string, right: string) => string> = {
  is: (left, right) => `${left} === ${right}`,
  "is-not": (left, right) => `${left} !== ${right}`,
  "is-empty": (left) => `(${left} ?? "") === ""`,
  "is-not-empty": (left) => `(${left} ?? "") !== ""`,
  contains: (left, right) => `String(${left} ?? "").includes(String(${right} ?? ""))`,
  "does-not-contain": (left, right) => `!String(${left} ?? "").includes(String(${right} ?? ""))`,
  "starts-with": (left, right) => `String(${left} ?? "").startsWith(String(${right} ?? ""))`,
  "ends-with": (left, right) => `String(${left} ?? "").endsWith(String(${right} ?? ""))`,
  greater: (left, right) => `${left} != null && ${left} > ${right}`,
  "greater-or-equal": (left, right) => `${left} != null && ${left} >= ${right}`,
  less: (left, right) => `${left} != null && ${left} < ${right}`,
  "less-or-equal": (left, right) => `${left} != null && ${left} <= ${right}`,
  "is-true": (left) => `${left} === true`,
  "is-false": (left) => `${left} === false`,
};

function operandCode(value: Value): string {
  const code = valueCode(value);
  return value.kind !== "expression" || isPlainCode(code) ? code : `(${code})`;
}
