import type { FunctionSignature } from "@/core/compiler/program";
import { type AutomationDocument, DOCUMENT_FORMAT, SCHEMA_VERSION, THEN } from "@/core/graph/document";
import { expression } from "@/core/values/value";

/** The step of `oneNodeDocument` that runs the function. */
export const FUNCTION_NODE_ID = "function";
/** Where it starts. */
export const TRIGGER_NODE_ID = "start";

/** @returns the smallest automation around a function: it is run by hand with the function's arguments and answers its result. */
export function oneNodeDocument(name: string, { parameters }: FunctionSignature): AutomationDocument {
  const names = parameters.map((parameter) => parameter.name);
  return {
    format: DOCUMENT_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    name,
    nodes: [
      {
        id: TRIGGER_NODE_ID,
        type: "manual",
        name: "testInput",
        label: "Test",
        config: { parameters: parameters.map((parameter) => ({ name: parameter.name, type: "any" })) },
      },
      {
        id: FUNCTION_NODE_ID,
        type: "function",
        name: "testResult",
        label: name,
        config: {
          function: name,
          arguments: Object.fromEntries(names.map((argument) => [argument, expression(`testInput.${argument}`)])),
        },
      },
      {
        id: "answer",
        type: "return",
        name: "testAnswer",
        label: "Result",
        config: { value: expression("testResult") },
      },
    ],
    edges: [
      { from: TRIGGER_NODE_ID, handle: THEN, to: FUNCTION_NODE_ID },
      { from: FUNCTION_NODE_ID, handle: THEN, to: "answer" },
    ],
    layout: { [TRIGGER_NODE_ID]: { x: 0, y: 0 }, [FUNCTION_NODE_ID]: { x: 320, y: 0 }, answer: { x: 640, y: 0 } },
  };
}
