import { z } from "zod";
import { requiredValueField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { value } from "@/core/nodes/step-code";
import type { Value } from "@/core/values/value";
import { valueCode } from "@/core/values/value-code";

/** Writes a text with data in it, once for all the steps that use it. */
export const textNode = defineNodeType({
  type: "text",
  category: "shape",
  icon: "pencil",
  onlyGives: true,
  config: z.strictObject({ text: requiredValueField("long-text") }),
  describe: ({ text }) => sentence("describe.text", { text: firstWords(text), length: firstWords(text).length }),
  outputType: () => "string",
  emit: ({ text }) => ({ method: "set", settings: value(asText(text), "text") }),
});

/** What a formula gives becomes text as it does inside a text: nothing is an empty one. */
const asText = (held: Value): Value =>
  held.kind === "template" || (held.kind === "literal" && typeof held.value === "string")
    ? held
    : { kind: "template", parts: [{ code: valueCode(held) }] };

/** The text up to its first data, for the card. */
function firstWords(held: Value | undefined): string {
  const first = held?.kind === "template" ? held.parts[0] : held?.kind === "literal" ? held.value : "";
  return typeof first === "string" ? (first.trim().split("\n")[0] ?? "") : "";
}
