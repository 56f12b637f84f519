import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import type { GraphNode } from "@/core/graph/document";
import { NODE_TYPES } from "@/core/nodes/catalogue";
import { controlOf } from "@/core/nodes/config-fields";
import { describeNode } from "@/core/nodes/describe-node";
import { effectsOf } from "@/core/nodes/effects-of";
import { CATEGORIES, type Sentence } from "@/core/nodes/node-type";
import { OPERATORS } from "@/core/values/criteria";
import nodes from "@/messages/en/nodes.json";

const translate = createTranslator({ locale: "en", messages: { nodes }, namespace: "nodes" });
const say = ({ key, params }: Sentence): string => translate(key as never, params as never);

const nodeOf = (type: string, config: Record<string, unknown> = {}): GraphNode => ({
  id: "n",
  type,
  name: "n",
  label: "N",
  config: config as GraphNode["config"],
});

describe.each(NODE_TYPES.map((type) => [type.type, type] as const))("%s", (name, type) => {
  test("has its words", () => {
    for (const part of ["label", "description", "synonyms"]) {
      expect(translate.has(`types.${name}.${part}` as never), part).toBe(true);
    }
    expect(CATEGORIES).toContain(type.category);
  });

  test("has a control, a label and a help for every field", () => {
    for (const [key, schema] of Object.entries(type.config.shape)) {
      expect(controlOf(schema), key).toBeDefined();
      expect(translate.has(`types.${name}.fields.${key}.label` as never), key).toBe(true);
      expect(translate.has(`types.${name}.fields.${key}.help` as never), key).toBe(true);
    }
  });

  test("says what an unfinished or damaged one does", () => {
    const damaged = Object.fromEntries(Object.keys(type.config.shape).map((key) => [key, 7]));
    for (const config of [{}, type.initialConfig(), damaged]) {
      const node = nodeOf(name, config);
      expect(say(describeNode(node, sampleWorkspace))).toMatch(/^\S/);
      for (const effect of effectsOf(node, sampleWorkspace)) expect(say(effect.sentence)).toMatch(/^\S/);
    }
  });
});

test("finished nodes say what they do", () => {
  const literal = (value: string) => ({ kind: "literal", value });
  const sentences = [
    nodeOf("button", { module: "Leads", label: "Greet" }),
    nodeOf("connection", { form: "action", connection: "mailing_list", action: "add-member" }),
    nodeOf("connection", { form: "request", method: "PUT", url: literal("https://example.org") }),
    nodeOf("record.update", { module: "Leads", fields: { Mailing_Status: literal("x") } }),
    nodeOf("record.update", { module: "Leads", fields: { Mailing_Status: literal("x"), Phone: literal("1") } }),
    nodeOf("set", { values: [{ name: "total", value: literal("1") }] }),
    nodeOf("log", { message: literal("Hello"), level: "warn" }),
    nodeOf("teleport"),
  ].map((node) => say(describeNode(node, sampleWorkspace)));

  expect(sentences).toEqual([
    "When someone presses Greet on a Lead",
    "Mailing list · Add a member",
    "PUT https://example.org",
    "Change Mailing Status of a Lead",
    "Change 2 fields of a Lead",
    "total",
    "Log: Hello",
    "Unknown kind of step: teleport",
  ]);
});

test("every operator has its words", () => {
  expect(Object.keys(nodes.choices.operator)).toEqual([...OPERATORS]);
});
