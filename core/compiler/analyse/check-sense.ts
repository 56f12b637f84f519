import type { LiveNode } from "@/core/compiler/analyse/live-graph";
import { namesVisibleAt, type VisibleNames } from "@/core/compiler/analyse/names-visible-at";
import { allRegions, nodesIn, type Region } from "@/core/compiler/analyse/region";
import { type Diagnostic, error, warning } from "@/core/compiler/diagnostic";
import { controlOf } from "@/core/nodes/config-fields";
import type { RecordWrite } from "@/core/nodes/node-type";
import { Value } from "@/core/values/value";
import { valueType } from "@/core/values/value-type";

/**
 * Finds what can be read and run, but makes no sense: outputs that nothing uses, lists that are none, and rules that start
 * themselves.
 *
 * @param isRead whether anything reads a node's output
 */
export function checkSense(root: Region, isRead: (id: string) => boolean): Diagnostic[] {
  return allRegions(root).flatMap((region) =>
    nodesIn(region).flatMap((node) => [
      ...checkLists(node, region),
      ...(node.type.onlyGives && !isRead(node.id)
        ? [warning("UNUSED_OUTPUT", { nodeId: node.id }, { label: node.label })]
        : []),
      ...checkWrites(node, root.graph.entry),
    ]),
  );
}

function checkLists(node: LiveNode, region: Region): Diagnostic[] {
  return Object.entries(node.type.config.shape).flatMap(([field, schema]) => {
    const control = controlOf(schema);
    if (control?.control !== "value" || control.type !== "list") return [];
    const held = Value.safeParse(node.config[field]);
    if (!held.success) return [];
    const isNone = isSurelyNoList(typeOf(held.data, namesVisibleAt(region, node.id)));
    return isNone ? [error("NOT_A_LIST", { nodeId: node.id, field }, { label: node.label })] : [];
  });
}

/** The type of a value where its form, or the step it names, tells. */
function typeOf(value: Value, visible: VisibleNames): string {
  const seen = value.kind === "expression" ? visible.get(value.code.trim()) : undefined;
  if (!seen) return valueType(value);
  const { type, config, context } = seen.node;
  return seen.stands() === "output" ? type.outputType(config, context) : "any";
}

const isSurelyNoList = (type: string): boolean =>
  type === "string" ||
  type === "number" ||
  type === "boolean" ||
  type === "null" ||
  /^[A-Z]\w*$|^\{[^[\]]*\}$/.test(type);

function checkWrites(node: LiveNode, trigger: LiveNode): Diagnostic[] {
  const watched = trigger.type.watches?.(trigger.config);
  const written = node.type.writes?.(node.config);
  if (!watched || !written || !startsAgain(watched, written)) return [];
  const module =
    trigger.context.modules.find((one) => one.apiName === written.module)?.singular ?? written.module ?? "";
  return [warning("TRIGGERS_ITSELF", { nodeId: node.id }, { module })];
}

function startsAgain(watched: RecordWrite, written: RecordWrite): boolean {
  if (watched.module !== written.module || !watched.events.some((event) => written.events.includes(event)))
    return false;
  const onlyEdits = watched.events.every((event) => event === "edited");
  return !onlyEdits || watched.fields.length === 0 || written.fields.some((field) => watched.fields.includes(field));
}
