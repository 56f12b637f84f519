import type { Parameter } from "@/core/nodes/config-fields";
import { keyCode } from "@/core/values/value-code";

const TYPESCRIPT: Record<Parameter["type"], string> = {
  text: "string",
  number: "number",
  "yes-no": "boolean",
  date: "string",
  "date-time": "string",
  list: "unknown[]",
  object: "Record<string, unknown>",
  any: "unknown",
};

/** @returns the TypeScript type of an object with these inputs */
export function parametersType(parameters: readonly Parameter[]): string {
  const members = parameters.map((one) => {
    const always = one.required || one.default !== undefined;
    return `${keyCode(one.name)}${always ? "" : "?"}: ${TYPESCRIPT[one.type]}`;
  });
  return members.length > 0 ? `{ ${members.join("; ")} }` : "Record<string, unknown>";
}
