import type { CompileContext } from "@/core/compiler/program";
import type { AutomationDocument } from "@/core/graph/document";

/**
 * Names the inputs of steps as people know them: by the ready-made action's input or the record type's field.
 *
 * @returns a function from a step and the path of a value in its input to "E-mail"; the key itself where nothing is known
 */
export function inputLabels(document: AutomationDocument, { services, modules, connections }: CompileContext) {
  const configs = new Map(document.nodes.map(({ id, config }) => [id, config]));
  return (nodeId: string, path: string[]): string => {
    const key = path.at(-1) ?? "";
    const config = configs.get(nodeId);
    const connection = connections.find(({ linkName }) => linkName === config?.connection);
    const service = services.find((candidate) => candidate.key === connection?.serviceKey);
    const action = service?.actions.find((candidate) => candidate.key === config?.action);
    const module = modules.find(({ apiName }) => apiName === config?.module);
    return (
      action?.inputs.find((input) => input.key === key)?.label ??
      module?.fields.find((field) => field.apiName === key)?.label ??
      key
    );
  };
}
