import { expect, test } from "vitest";
import { fillByName } from "@/components/editor/data/fill-by-name";
import type { CompileContext } from "@/core/compiler/program";
import type { AutomationDocument, GraphNode } from "@/core/graph/document";
import { STANDARD_MODULES } from "@/core/records/standard-modules";
import { SERVICES } from "@/core/services/catalogue";
import { expression, literal } from "@/core/values/value";

const context: CompileContext = {
  modules: [...STANDARD_MODULES],
  functions: [
    {
      name: "greet",
      version: 1,
      source: "",
      description: "",
      signature: {
        parameters: [
          { name: "firstName", type: "string", optional: false },
          { name: "colour", type: "string", optional: false },
        ],
        returnType: "string",
      },
    },
  ],
  connections: [{ linkName: "mailing_list", name: "Mailing list", serviceKey: "mailing-list" }],
  services: SERVICES,
};

/** button on a lead ─► the step */
function buttonThen(step: Pick<GraphNode, "type" | "config">): AutomationDocument {
  return {
    format: "millrace/automation",
    schemaVersion: 2,
    name: "Test",
    nodes: [
      { id: "start", type: "button", name: "press", label: "Button pressed", config: { module: "Leads", label: "Go" } },
      { id: "step", name: "step", label: "Step", ...step },
    ],
    edges: [{ from: "start", handle: "then", to: "step" }],
    layout: {},
  };
}

const filled = (step: Pick<GraphNode, "type" | "config">) =>
  fillByName(buttonThen(step), "step", context).nodes.find(({ id }) => id === "step")?.config;

test("a function's inputs take the lead's fields of the same name, and others stay empty", () => {
  expect(filled({ type: "function", config: { function: "greet" } })).toEqual({
    function: "greet",
    arguments: { firstName: expression("press.record.First_Name") },
  });
});

test("what was filled in stays", () => {
  const config = { function: "greet", arguments: { firstName: literal("Ada") } };

  expect(filled({ type: "function", config })).toEqual(config);
});

test("a ready-made action takes the lead's e-mail and names", () => {
  const config = { form: "action", connection: "mailing_list", action: "add-member" };

  expect(filled({ type: "connection", config })).toMatchObject({
    inputs: {
      email: expression("press.record.Email"),
      firstName: expression("press.record.First_Name"),
      lastName: expression("press.record.Last_Name"),
    },
  });
});

test("a change of a record is a change of the lead whose button was pressed", () => {
  expect(filled({ type: "record.update", config: {} })).toEqual({
    module: "Leads",
    id: expression("press.record.id"),
  });
});

test("a record type that was chosen stays", () => {
  expect(filled({ type: "record.update", config: { module: "Deals" } })).toEqual({ module: "Deals" });
});

test("a step nothing leads to is left alone", () => {
  const document = { ...buttonThen({ type: "record.update", config: {} }), edges: [] };

  expect(fillByName(document, "step", context)).toBe(document);
});
