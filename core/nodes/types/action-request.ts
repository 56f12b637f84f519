import { type CodeTree, constant, object, text, value } from "@/core/nodes/step-code";
import type { Service, ServiceAction, ServiceActionInput } from "@/core/services/service";
import type { Value } from "@/core/values/value";
import { isPlainCode, keyCode, valueCode } from "@/core/values/value-code";

/** Writes the request of a ready-made action, with the inputs that were given where the action wants them. */
export function actionRequest(
  service: Service,
  action: ServiceAction,
  config: { connection?: string; inputs: Record<string, Value> },
): CodeTree {
  const given = (place: ServiceActionInput["in"]) =>
    action.inputs.filter((input) => input.in === place && config.inputs[input.key] !== undefined);
  const group = (place: "query" | "body") => {
    const inputs = given(place);
    const entries = inputs.map(({ key }) => [key, value(config.inputs[key]!, `inputs.${key}`)] as const);
    return inputs.length > 0 ? object(Object.fromEntries(entries)) : undefined;
  };
  return object({
    connection: constant(config.connection ?? ""),
    action: constant(`${service.key}/${action.key}`),
    method: constant(action.method),
    url: pathCode(action.path, given("path"), config.inputs),
    query: group("query"),
    body: group("body"),
  });
}

/** @returns the type of such a request: what each input takes; one that is not required may be empty */
export function actionRequestType(action: ServiceAction, { inputs }: { inputs: Record<string, Value> }): string {
  const group = (place: ServiceActionInput["in"]) => {
    const given = action.inputs.filter((input) => input.in === place && inputs[input.key] !== undefined);
    const members = given.map(
      ({ key, required, type }) => `${keyCode(key)}: ${TYPESCRIPT[type]}${required ? "" : " | null | undefined"}`,
    );
    return members.length > 0 ? ` & { ${place}: { ${members.join("; ")} } }` : "";
  };
  return `Millrace.CallRequest${group("query")}${group("body")}`;
}

const TYPESCRIPT: Record<ServiceActionInput["type"], string> = {
  text: "string",
  email: "string",
  number: "number",
  "yes-no": "boolean",
};

function pathCode(path: string, inputs: ServiceActionInput[], values: Record<string, Value>): CodeTree {
  if (inputs.length === 0) return constant(path);
  const filled = inputs.reduce((written, { key }) => {
    const code = valueCode(values[key]!);
    const operand = isPlainCode(code) ? code : `(${code})`;
    return written.replace(`{${key}}`, () => `\${encodeURIComponent(${operand} ?? "")}`);
  }, path);
  return text(`\`${filled}\``, inputs.map(({ key }) => `inputs.${key}`)[0]);
}
