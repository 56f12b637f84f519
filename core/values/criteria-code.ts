import { type Criteria, type Criterion, isUnary, type Operator } from "@/core/values/criteria";
import { literal, type Value } from "@/core/values/value";
import { isPlainCode, startingCode, valueCode } from "@/core/values/value-code";

/** Writes criteria as a TypeScript expression that is true or false (or, for a formula, whatever it gives). */
export const criteriaCode = (criteria: Criteria): string => criteriaLines(criteria).join(" ");

/** @returns the same in lines, one for each row, for where it does not fit into one */
export function criteriaLines(criteria: Criteria): string[] {
  if (criteria.kind === "formula") return [startingCode(valueCode(criteria.formula))];
  const isAny = criteria.match === "any" && criteria.rows.length > 1;
  const rows = criteria.rows.map((row) => {
    const code = criterionCode(row);
    return isAny && IN_TWO_PARTS.has(row.operator) ? `(${code})` : code;
  });
  const joint = criteria.match === "all" ? " &&" : " ||";
  return rows.map((row, index) => (index < rows.length - 1 ? row + joint : row));
}

function criterionCode({ left, operator, right = literal(null) }: Criterion): string {
  const operand = OF_TEXT.has(operator) ? textCode : operandCode;
  return CODE[operator](operand(left), isUnary(operator) ? "" : operand(right));
}

const OF_TEXT: ReadonlySet<Operator> = new Set(["contains", "does-not-contain", "starts-with", "ends-with"]);

/** Operators whose code holds an `&&`. */
const IN_TWO_PARTS: ReadonlySet<Operator> = new Set(["greater", "greater-or-equal", "less", "less-or-equal"]);

/** How each operator reads. An empty value is never greater or less than anything. */
const CODE: Record<Operator, (left: string, right: string) => string> = {
  is: (left, right) => `${left} === ${right}`,
  "is-not": (left, right) => `${left} !== ${right}`,
  "is-empty": (left) => `(${left} ?? "") === ""`,
  "is-not-empty": (left) => `(${left} ?? "") !== ""`,
  contains: (left, right) => `${left}.includes(${right})`,
  "does-not-contain": (left, right) => `!${left}.includes(${right})`,
  "starts-with": (left, right) => `${left}.startsWith(${right})`,
  "ends-with": (left, right) => `${left}.endsWith(${right})`,
  greater: (left, right) => `${left} != null && ${left} > ${right}`,
  "greater-or-equal": (left, right) => `${left} != null && ${left} >= ${right}`,
  less: (left, right) => `${left} != null && ${left} < ${right}`,
  "less-or-equal": (left, right) => `${left} != null && ${left} <= ${right}`,
  "is-true": (left) => `${left} === true`,
  "is-false": (left) => `${left} === false`,
};

/** Nothing is an empty text. */
function textCode(value: Value): string {
  const isText = value.kind === "template" || (value.kind === "literal" && typeof value.value === "string");
  return isText ? valueCode(value) : `String(${operandCode(value)} ?? "")`;
}

function operandCode(value: Value): string {
  const code = valueCode(value);
  return value.kind !== "expression" || isPlainCode(code) ? startingCode(code) : `(${code})`;
}
