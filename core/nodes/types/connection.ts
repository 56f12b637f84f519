import { z } from "zod";
import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import {
  actionField,
  actionInputsField,
  choiceField,
  connectionField,
  isBlank,
  pairsField,
  switchField,
  valueField,
} from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { findAction, findConnection, serviceOf } from "@/core/nodes/look-up";
import type { NodeContext, PlannedEffect, Sentence } from "@/core/nodes/node-type";
import { sentence } from "@/core/nodes/sentence";
import { constant, namedValues, object, type StepCode, value } from "@/core/nodes/step-code";
import { actionRequest, actionRequestType } from "@/core/nodes/types/action-request";

const ACTION = { field: "form", equals: "action" };
const REQUEST = { field: "form", equals: "request" };
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

const Config = z.strictObject({
  form: choiceField(["action", "request"], "action"),
  connection: connectionField(),
  action: actionField("connection", { showWhen: ACTION }),
  inputs: actionInputsField("action", { showWhen: ACTION }),
  method: choiceField(METHODS, "GET", { showWhen: REQUEST }),
  url: valueField({ type: "url", showWhen: REQUEST }),
  query: pairsField({ showWhen: REQUEST, more: true }),
  headers: pairsField({ showWhen: REQUEST, more: true }),
  body: valueField({ type: "json", showWhen: REQUEST }),
  handlesErrors: switchField({ showWhen: REQUEST, more: true }),
  asFile: switchField({ showWhen: REQUEST, more: true }),
});
type Config = z.output<typeof Config>;

/** Calls a service: one of its ready-made actions, or any HTTP request with or without a connection. */
export const connection = defineNodeType({
  type: "connection",
  category: "services",
  icon: "plug",
  canFail: true,
  config: Config,
  initialConfig: () => ({ form: "action" }),
  describe: (config, context) => sentenceOf(config, context),
  effects: (config, context) => [effectOf(config, context)],
  outputType: (config, context) => {
    if (config.form !== "request") return findAction(context, config.connection, config.action)?.outputType ?? "any";
    const body = config.asFile ? "FileValue" : "any";
    return config.handlesErrors ? `{ status: number; headers: Record<string, string>; body: ${body} }` : body;
  },
  check: (config, context) => (config.form === "action" ? checkAction(config, context) : checkRequest(config, context)),
  emit: (config, context) => (config.form === "action" ? emitAction(config, context) : emitRequest(config, context)),
});

function emitAction(config: Config, context: NodeContext): StepCode {
  const service = serviceOf(context, config.connection);
  const action = findAction(context, config.connection, config.action);
  return {
    method: "call",
    typeArgument: action?.outputType,
    settings: service && action ? actionRequest(service, action, config) : object({}),
    settingsType: action && actionRequestType(action, config),
  };
}

function emitRequest(config: Config, context: NodeContext): StepCode {
  return {
    method: "call",
    typeArgument: connection.outputType(config, context),
    settings: object({
      connection: config.connection ? constant(config.connection) : undefined,
      method: constant(config.method),
      url: config.url && value(config.url, "url"),
      query: namedValues(config.query, "query"),
      headers: namedValues(config.headers, "headers"),
      body: config.body && config.method !== "GET" ? value(config.body, "body") : undefined,
      handlesErrors: config.handlesErrors ? constant(true) : undefined,
      asFile: config.asFile ? constant(true) : undefined,
    }),
  };
}

function checkAction(config: Config, context: NodeContext): Diagnostic[] {
  const nodeId = context.node.id;
  if (!config.connection) return [error("MISSING_SETTING", { nodeId, field: "connection" }, { setting: "connection" })];
  const unknown = checkConnection(config, context);
  if (unknown.length > 0) return unknown;
  if (!config.action) return [error("MISSING_SETTING", { nodeId, field: "action" }, { setting: "action" })];
  const action = findAction(context, config.connection, config.action);
  if (!action) {
    const at = { nodeId, field: "action" };
    return [error("UNKNOWN_SERVICE_ACTION", at, { action: config.action, connection: config.connection })];
  }
  const missing = action.inputs
    .filter((input) => input.required && (!config.inputs[input.key] || isBlank(config.inputs[input.key]!)))
    .map((input) => error("MISSING_SETTING", { nodeId, field: `inputs.${input.key}` }, { setting: input.label }));
  const extra = Object.keys(config.inputs)
    .filter((key) => !action.inputs.some((input) => input.key === key))
    .map((key) =>
      error("UNKNOWN_ARGUMENT", { nodeId, field: `inputs.${key}` }, { argument: key, function: action.name }),
    );
  return [...missing, ...extra];
}

function checkRequest(config: Config, context: NodeContext): Diagnostic[] {
  const unknown = config.connection ? checkConnection(config, context) : [];
  const missing = !config.url || isBlank(config.url);
  const at = { nodeId: context.node.id, field: "url" };
  return missing ? [...unknown, error("MISSING_SETTING", at, { setting: "url" })] : unknown;
}

const checkConnection = (config: Config, context: NodeContext): Diagnostic[] =>
  findConnection(context, config.connection)
    ? []
    : [
        error(
          "UNKNOWN_CONNECTION",
          { nodeId: context.node.id, field: "connection" },
          { connection: config.connection ?? "" },
        ),
      ];

function sentenceOf(config: Partial<Config>, context: NodeContext): Sentence {
  const account = findConnection(context, config.connection)?.name ?? config.connection ?? "";
  if (config.form === "request") {
    const url = config.url?.kind === "literal" ? String(config.url.value) : "";
    return sentence(url ? "describe.request" : "describe.requestWithoutUrl", { method: config.method ?? "GET", url });
  }
  if (!config.connection) return sentence("describe.actionWithoutConnection");
  const action = findAction(context, config.connection, config.action)?.name ?? config.action;
  return action
    ? sentence("describe.action", { account, action })
    : sentence("describe.actionWithoutAction", { account });
}

function effectOf(config: Partial<Config>, context: NodeContext): PlannedEffect {
  const url = config.url?.kind === "literal" ? String(config.url.value) : "";
  const target = findConnection(context, config.connection)?.name ?? config.connection ?? url;
  const action = findAction(context, config.connection, config.action)?.name;
  return action
    ? { kind: "call", target, sentence: sentence("effects.action", { target, action }) }
    : { kind: "call", target, sentence: sentence(target ? "effects.call" : "effects.callSomewhere", { target }) };
}
