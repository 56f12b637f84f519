import { z } from "zod";
import { error } from "@/core/compiler/diagnostic";
import { isBlank, requiredValueField, valueField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { object, value } from "@/core/nodes/step-code";
import type { Value } from "@/core/values/value";

/** Sends an e-mail. */
export const email = defineNodeType({
  type: "email",
  category: "tell",
  icon: "mail",
  canFail: true,
  config: z.strictObject({
    to: requiredValueField("text"),
    subject: requiredValueField("text"),
    text: valueField({ type: "long-text" }),
    html: valueField({ type: "long-text", more: true }),
    cc: valueField({ type: "text", more: true }),
    replyTo: valueField({ type: "text", more: true }),
    attachments: valueField({ type: "list", more: true }),
  }),
  describe: ({ to }) =>
    literalText(to) === ""
      ? sentence(to ? "describe.email" : "describe.emailWithoutAddress")
      : sentence("describe.emailTo", { to: literalText(to) }),
  effects: ({ to }) => {
    const target = literalText(to);
    return [{ kind: "email", target, sentence: sentence("effects.email", { target: target || "none" }) }];
  },
  outputType: () => "{ id: string }",
  check: ({ text, html }, { node }) =>
    (text && !isBlank(text)) || (html && !isBlank(html))
      ? []
      : [error("MISSING_SETTING", { nodeId: node.id, field: "text" }, { setting: "text" })],
  emit: ({ to, subject, text, html, cc, replyTo, attachments }) => ({
    method: "email",
    settings: object({
      to: value(to, "to"),
      cc: cc && value(cc, "cc"),
      replyTo: replyTo && value(replyTo, "replyTo"),
      subject: value(subject, "subject"),
      text: text && value(text, "text"),
      html: html && value(html, "html"),
      attachments: attachments && value(attachments, "attachments"),
    }),
  }),
});

const literalText = (held: Value | undefined): string =>
  held?.kind === "literal" && typeof held.value === "string" ? held.value : "";
