import type { AutomationDocument, GraphNode } from "@/core/graph/document";
import type { Json } from "@/core/values/json";

/**
 * Sets one setting of a node.
 *
 * @param path the dotted path of the setting ("values.email"); missing objects on the way are made
 * @param value undefined takes the setting away
 */
export function configureNode(
  document: AutomationDocument,
  id: string,
  path: string,
  value: Json | undefined,
): AutomationDocument {
  return {
    ...document,
    nodes: document.nodes.map((node) =>
      node.id === id ? { ...node, config: setIn(node.config, path.split("."), value) as GraphNode["config"] } : node,
    ),
  };
}

function setIn(into: Json | undefined, path: string[], value: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? null;
  if (Array.isArray(into)) {
    const index = Number(key);
    if (rest.length === 0 && value === undefined) return into.filter((_, at) => at !== index);
    return into.map((item, at) => (at === index ? setIn(item, rest, value) : item));
  }
  const object = into !== null && typeof into === "object" ? into : {};
  if (rest.length === 0 && value === undefined) {
    return Object.fromEntries(Object.entries(object).filter(([other]) => other !== key));
  }
  return { ...object, [key]: setIn(object[key], rest, value) };
}
