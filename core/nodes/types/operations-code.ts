import type { ListOperation } from "@/core/nodes/config-shapes";
import { criteriaCode, criteriaLines } from "@/core/values/criteria-code";
import type { Value } from "@/core/values/value";
import { isPlainCode, keyCode, startingCode, valueCode } from "@/core/values/value-code";

/** Code in one line, and laid out over several. */
export interface Laid {
  flat: string;
  lines: string[];
}

/** Longer calls of a chain are broken. */
const CALL_WIDTH = 90;

/** Writes the list that operations make of a list, one after the other. */
export const operationsCode = (list: Value, operations: readonly ListOperation[]): Laid =>
  operations.reduce(changed, { flat: operand(list), lines: [operand(list)] });

function changed(list: Laid, operation: ListOperation, index: number): Laid {
  switch (operation.kind) {
    case "filter": {
      const broken = [".filter(", "  (item) =>", ...criteriaLines(operation.when).map((line) => `    ${line}`), ")"];
      return chained(list, `.filter((item) => ${criteriaCode(operation.when)})`, broken);
    }
    case "map": {
      const entries = operation.values.map(({ name, value }) => `${keyCode(name)}: ${valueCode(value)}`);
      const broken = [".map((item) => ({", ...entries.map((entry) => `  ${entry},`), "}))"];
      return chained(list, `.map((item) => ({ ${entries.join(", ")} }))`, broken);
    }
    case "limit":
      // A text could be cut as well; what another change gave is a list.
      if (index === 0) return called("lists.first", list, [String(operation.count)]);
      return chained(list, `.slice(0, ${operation.count})`, []);
    case "sort":
      return called("lists.sortBy", list, [ofItem(operation.by), JSON.stringify(operation.direction)]);
    case "group":
      return called("lists.groupBy", list, [ofItem(operation.by)]);
    case "unique":
      return called("lists.unique", list, [ofItem(operation.by)]);
    case "join": {
      const how = operation.keep === "all" ? "left" : "inner";
      const keys = [ofItem(operation.left), ofItem(operation.right)];
      return called("lists.join", list, [valueCode(operation.with), ...keys, JSON.stringify(how)]);
    }
  }
}

function chained(list: Laid, call: string, broken: string[]): Laid {
  const own = broken.length === 0 || call.length <= CALL_WIDTH ? [call] : broken;
  return { flat: list.flat + call, lines: [...list.lines, ...own.map((line) => `  ${line}`)] };
}

function called(callee: string, list: Laid, others: string[]): Laid {
  const flat = `${callee}(${[list.flat, ...others].join(", ")})`;
  if (flat.length <= CALL_WIDTH) return { flat, lines: [flat] };
  const before = list.flat.length <= CALL_WIDTH ? [list.flat] : list.lines;
  const inside = [...before.slice(0, -1), `${before.at(-1)},`, ...others.map((other) => `${other},`)];
  return { flat, lines: [`${callee}(`, ...inside.map((line) => `  ${line}`), ")"] };
}

const ofItem = (value: Value): string => `(item) => ${startingCode(valueCode(value))}`;

function operand(value: Value): string {
  const code = valueCode(value);
  return value.kind !== "expression" || isPlainCode(code) ? startingCode(code) : `(${code})`;
}
