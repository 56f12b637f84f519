import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import type { ConnectionInterface, FunctionInterface } from "@/core/compiler/program";
import type { NodeContext } from "@/core/nodes/node-type";
import type { CrmModule } from "@/core/records/field-types";
import type { Service, ServiceAction } from "@/core/services/service";
import type { Value } from "@/core/values/value";

/** @returns the module with this API name */
export const findModule = ({ modules }: NodeContext, apiName: string | undefined): CrmModule | undefined =>
  modules.find((module) => module.apiName === apiName);

/** @returns what people call one record of this module; the API name where there is no such module */
export const singularOf = (context: NodeContext, apiName: string): string =>
  findModule(context, apiName)?.singular ?? apiName;

/** @returns what people call several records of this module; the API name where there is no such module */
export const pluralOf = (context: NodeContext, apiName: string): string =>
  findModule(context, apiName)?.plural ?? apiName;

/** @returns the function of this name */
export const findFunction = ({ functions }: NodeContext, name: string | undefined): FunctionInterface | undefined =>
  functions.find((one) => one.name === name);

/** @returns the connection with this name in code */
export const findConnection = (
  { connections }: NodeContext,
  linkName: string | undefined,
): ConnectionInterface | undefined => connections.find((one) => one.linkName === linkName);

/** @returns the service a connection belongs to */
export const serviceOf = (context: NodeContext, linkName: string | undefined): Service | undefined => {
  const key = findConnection(context, linkName)?.serviceKey;
  return context.services.find((service) => service.key === key);
};

/**
 * @param action its key, alone or after its service's: a step may name its action before it has an account
 * @returns the ready-made action of a connection's service
 */
export const findAction = (
  context: NodeContext,
  linkName: string | undefined,
  action: string | undefined,
): ServiceAction | undefined => {
  const service = serviceOf(context, linkName);
  return service?.actions.find((one) => one.key === action || `${service.key}/${one.key}` === action);
};

/** Finds modules that do not exist. */
export const checkModule = (context: NodeContext, module: string): Diagnostic[] =>
  findModule(context, module)
    ? []
    : [error("UNKNOWN_MODULE", { nodeId: context.node.id, field: "module" }, { module })];

/** Finds values given to fields the module does not have. */
export function checkRecordFields(context: NodeContext, module: string, fields: Record<string, Value>): Diagnostic[] {
  const known = findModule(context, module);
  if (!known) return [];
  return Object.keys(fields)
    .filter((name) => !known.fields.some((field) => field.apiName === name))
    .map((name) =>
      error(
        "UNKNOWN_FIELD",
        { nodeId: context.node.id, field: `fields.${name}` },
        { field: name, module: known.plural },
      ),
    );
}

/** @returns the labels of the fields that are given values: "Mailing Status, Phone" */
export function fieldLabels(context: NodeContext, module: string | undefined, fields: Record<string, Value>): string {
  const known = findModule(context, module)?.fields ?? [];
  const labels = Object.keys(fields).map((name) => known.find((field) => field.apiName === name)?.label ?? name);
  return labels.join(", ");
}

/** Finds fields the module does not have. @param setting the setting that names them */
export function checkFieldNames(
  context: NodeContext,
  module: string,
  setting: string,
  names: readonly string[],
): Diagnostic[] {
  const known = findModule(context, module);
  if (!known) return [];
  return names
    .filter((name) => !known.fields.some((field) => field.apiName === name))
    .map((field) =>
      error("UNKNOWN_FIELD", { nodeId: context.node.id, field: setting }, { field, module: known.plural }),
    );
}

/** A record without a required field would be refused when it runs; better said before. */
export const missingFields = (context: NodeContext, module: string, fields: Record<string, Value>): Diagnostic[] =>
  (findModule(context, module)?.fields ?? [])
    .filter((field) => field.required && field.initialValue === undefined && !fields[field.apiName])
    .map((field) =>
      error("MISSING_SETTING", { nodeId: context.node.id, field: `fields.${field.apiName}` }, { setting: field.label }),
    );
