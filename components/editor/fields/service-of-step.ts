import type { CompileContext } from "@/core/compiler/program";
import type { GraphNode } from "@/core/graph/document";
import { formFields } from "@/core/nodes/form-fields";
import type { Service } from "@/core/services/service";

/** The service a step acts with: that of its connection, or while it has none, the one its action belongs to. */
export function serviceOfStep(node: GraphNode, context: CompileContext): Service | undefined {
  const fields = formFields(node.type, node.config);
  const connection = fields.find(({ control }) => control.control === "connection");
  const action = fields.find(({ control }) => control.control === "action");
  const linked = context.connections.find(
    (candidate) => connection && candidate.linkName === node.config[connection.key],
  );
  const key = linked?.serviceKey ?? (action ? servicePart(node.config[action.key]) : null);
  return context.services.find((service) => service.key === key);
}

/** "mailing-list/add-member" belongs to "mailing-list". */
const servicePart = (action: unknown): string | null =>
  typeof action === "string" && action.includes("/") ? action.split("/")[0]! : null;
