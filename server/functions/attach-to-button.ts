import { AppError } from "@/core/execution/errors";
import { type AutomationDocument, DOCUMENT_FORMAT, SCHEMA_VERSION, THEN } from "@/core/graph/document";
import type { Json } from "@/core/values/json";
import { expression, literal, type Value } from "@/core/values/value";
import { keyCode } from "@/core/values/value-code";
import type { Actor, App } from "@/server/app";
import { createAutomation } from "@/server/automations/create-automation";
import { publishAutomation } from "@/server/automations/publish-automation";
import { findFunction } from "@/server/functions/find-function";

/** What an argument is filled in from. */
export type ArgumentSource = { from: "field"; field: string } | { from: "record" } | { from: "fixed"; value: Json };

export interface AttachInput {
  id: string;
  /** The record type whose pages get the button. */
  module: string;
  /** The text on the button. */
  label: string;
  /** By parameter name. */
  arguments: Record<string, ArgumentSource>;
}

/**
 * Makes a live automation of a function in one step: a button on a record type, the function as it is published, and an
 * answer with its result.
 *
 * @throws AppError NOT_FOUND; FUNCTION_NOT_PUBLISHED; CANNOT_PUBLISH with the diagnostics as details (the automation is kept as a draft)
 */
export async function attachToButton(app: App, actor: Actor, input: AttachInput): Promise<{ automationId: string }> {
  const { id: fromFunctionId, name, latestVersion } = await findFunction(app, actor, input.id);
  if (latestVersion === 0) throw new AppError("FUNCTION_NOT_PUBLISHED", { name });
  const { id, revision } = await createAutomation(app, actor, {
    name: input.label,
    document: documentFor(name, input),
    fromFunctionId,
  });
  await publishAutomation(app, actor, { id, revision });
  return { automationId: id };
}

function documentFor(functionName: string, { module, label, arguments: sources }: AttachInput): AutomationDocument {
  const given = Object.entries(sources).map(([name, source]) => [name, argumentValue(source)] as const);
  return {
    format: DOCUMENT_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    name: label,
    nodes: [
      { id: "start", type: "button", name: "pressed", label, config: { module, label } },
      {
        id: "function",
        type: "function",
        name: "answer",
        label: functionName,
        config: { function: functionName, arguments: Object.fromEntries(given) },
      },
      { id: "finish", type: "return", name: "finish", label: "Answer", config: { value: expression("answer") } },
    ],
    edges: [
      { from: "start", handle: THEN, to: "function" },
      { from: "function", handle: THEN, to: "finish" },
    ],
    layout: { start: { x: 0, y: 0 }, function: { x: 320, y: 0 }, finish: { x: 640, y: 0 } },
  };
}

function argumentValue(source: ArgumentSource): Value {
  switch (source.from) {
    case "field":
      return expression(memberOf("pressed.record", source.field));
    case "record":
      return expression("pressed.record");
    case "fixed":
      return literal(source.value);
  }
}

const memberOf = (object: string, key: string) =>
  keyCode(key) === key ? `${object}.${key}` : `${object}[${JSON.stringify(key)}]`;
