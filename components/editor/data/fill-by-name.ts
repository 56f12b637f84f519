import { autoMap } from "@/components/editor/data/auto-map";
import { type DataEntry, dataTree } from "@/components/editor/data/data-tree";
import type { DataSource } from "@/components/editor/data/use-data-in";
import { serviceOfStep } from "@/components/editor/fields/service-of-step";
import type { CompileContext } from "@/core/compiler/program";
import type { AutomationDocument, GraphNode } from "@/core/graph/document";
import { configureNode } from "@/core/graph/edits/configure-node";
import { findNodeType } from "@/core/nodes/catalogue";
import { type FormField, formFields } from "@/core/nodes/form-fields";
import { scopeOf } from "@/core/values/scope-of";
import { expression, type Value } from "@/core/values/value";

/**
 * Fills in what a step that was just joined can take from the steps that surely ran before it: inputs of the same name,
 * and the record the automation is about. What somebody filled in stays.
 */
export function fillByName(document: AutomationDocument, id: string, context: CompileContext): AutomationDocument {
  const node = document.nodes.find((candidate) => candidate.id === id);
  if (!node || findNodeType(node.type)?.isTrigger) return document;
  const sources = sourcesOf(document, id, context);
  return formFields(node.type, node.config).reduce((next, field) => {
    const inputs = inputNames(node, field, context);
    if (inputs) return fillInputs(next, node, field, autoMap(inputs, sources));
    return field.control.control === "module" ? fillRecord(next, node, field, sources, context) : next;
  }, document);
}

function sourcesOf(document: AutomationDocument, id: string, context: CompileContext): DataSource[] {
  return scopeOf(document, id, context).flatMap((name): DataSource[] => {
    const node = document.nodes.find((candidate) => candidate.id === name.nodeId);
    if (!node || name.stands !== "output" || name.mayBeMissing) return [];
    const root = { label: node.label, name: node.name, type: name.type, example: undefined, mayBeEmpty: false };
    return [{ nodeId: node.id, entry: dataTree(root, context), type: name.type, mayBeMissing: false }];
  });
}

/** The names of a function's or an action's inputs; null for other fields. */
function inputNames(node: GraphNode, { control }: FormField, context: CompileContext): string[] | null {
  if (control.control === "arguments") {
    const chosen = context.functions.find(({ name }) => name === node.config[control.of]);
    return chosen?.signature.parameters.map(({ name }) => name) ?? [];
  }
  if (control.control !== "action-inputs") return null;
  const key = String(node.config[control.of] ?? "")
    .split("/")
    .at(-1);
  const action = serviceOfStep(node, context)?.actions.find((candidate) => candidate.key === key);
  return action?.inputs.map((input) => input.key) ?? [];
}

function fillInputs(document: AutomationDocument, node: GraphNode, field: FormField, found: Record<string, Value>) {
  const held = node.config[field.key];
  const filled = held !== null && typeof held === "object" && !Array.isArray(held) ? held : {};
  const missing = Object.fromEntries(Object.entries(found).filter(([name]) => !Object.hasOwn(filled, name)));
  if (Object.keys(missing).length === 0) return document;
  return configureNode(document, node.id, field.key, { ...missing, ...filled });
}

/** A step on one record takes the nearest record before it, unless a record type was chosen. */
function fillRecord(
  document: AutomationDocument,
  node: GraphNode,
  field: FormField,
  sources: readonly DataSource[],
  context: CompileContext,
) {
  const record = formFields(node.type, node.config).find(
    ({ control }) => control.control === "value" && control.type === "record-id",
  );
  if (!record || node.config[field.key] || node.config[record.key]) return document;
  for (const { entry } of [...sources].reverse()) {
    const found = recordIn(entry, context);
    if (!found) continue;
    const typed = configureNode(document, node.id, field.key, found.module);
    return configureNode(typed, node.id, record.key, expression(found.code));
  }
  return document;
}

/** The first record in a piece of data: its type, and the formula of its id. */
function recordIn(entry: DataEntry, context: CompileContext): { module: string; code: string } | null {
  const module = context.modules.find(({ singular }) => singular === entry.type);
  const id = entry.children.find(({ name }) => name === "id");
  if (module && id) return { module: module.apiName, code: id.code };
  for (const child of entry.children) {
    const found = recordIn(child, context);
    if (found) return found;
  }
  return null;
}
