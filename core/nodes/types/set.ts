import { z } from "zod";
import { checkParameters } from "@/core/nodes/check-parameters";
import { namedValuesField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { namedValues, object } from "@/core/nodes/step-code";
import { keyCode } from "@/core/values/value-code";
import { valueType } from "@/core/values/value-type";

/** Gives names to values, so that later steps read them by name. */
export const set = defineNodeType({
  type: "set",
  category: "shape",
  icon: "braces",
  onlyGives: true,
  config: z.strictObject({ values: namedValuesField() }),
  initialConfig: () => ({ values: [] }),
  describe: ({ values = [] }) =>
    sentence("describe.set", { count: values.length, names: values.map(({ name }) => name).join(", ") }),
  outputType: ({ values = [] }) =>
    values.length > 0
      ? `{ ${values.map((entry) => `${keyCode(entry.name)}: ${valueType(entry.value)}`).join("; ")} }`
      : "Record<string, never>",
  check: ({ values }, context) => checkParameters(context, "values", values),
  emit: ({ values }) => ({
    method: "set",
    settings: namedValues(values, "values") ?? object({}),
  }),
});
