import { formulaText, type Setting, settingsIn } from "@/core/execution/settings-of";
import { type Leaf, leavesOf, valueAt } from "@/core/execution/value-at";
import type { AutomationDocument, GraphNode } from "@/core/graph/document";
import type { Json } from "@/core/values/json";
import type { Value } from "@/core/values/value";

/** One place a value passed on its way to the step that failed, nearest first. */
export type OriginLink =
  | {
      kind: "setting";
      nodeId: string;
      /** The step's label. */
      step: string;
      /** Dotted path of the setting in the step's config. */
      setting: string;
      /** The formula it was filled in from; null for a fixed value. */
      formula: string | null;
      value: Json;
    }
  | { kind: "output"; nodeId: string; step: string; path: string[]; value: Json }
  | { kind: "record"; nodeId: string; step: string; module: string; recordId: string; field: string; value: Json };

/** What a step took and gave, as the journal has it. */
export interface StepData {
  input: Json;
  output: Json;
}

/** What the chain is read from: what ran, and what each of its steps took and gave. */
export interface Origins {
  document: AutomationDocument;
  /** By node id. */
  steps: ReadonlyMap<string, StepData>;
}

const MAX_LINKS = 12;

/**
 * Follows a value back: the setting of the step that used it, the output its formula reads, the setting that output came
 * from, and so on, until a record's field, a fixed value or the end of what can be told.
 *
 * @param from the leaf of the failed step's input
 */
export function originChain(nodeId: string, from: Leaf, { document, steps }: Origins): OriginLink[] {
  const chain: OriginLink[] = [];
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  const byName = new Map(document.nodes.map((node) => [node.name, node]));
  let node = byId.get(nodeId);
  let leaf: Leaf | null = from;

  while (node && leaf && chain.length < MAX_LINKS) {
    const setting = settingFor(node, leaf);
    if (!setting) break;
    chain.push({
      kind: "setting",
      nodeId: node.id,
      step: node.label,
      setting: setting.path.join("."),
      formula: formulaText(setting.value),
      value: leaf.value,
    });
    const read = readsIn(setting.value)
      .map(({ name, path }) => ({ path, node: byName.get(name) }))
      .map(({ path, node: source }) => ({
        path,
        node: source,
        value: source && valueAt(steps.get(source.id)?.output, path),
      }))
      .filter((candidate) => candidate.node !== undefined)
      .sort((a, b) => closeness(b.value, leaf?.value) - closeness(a.value, leaf?.value))[0];
    if (!read?.node) break;

    const output = steps.get(read.node.id)?.output;
    const record = recordAround(output, read.path);
    const value = read.value === undefined ? null : read.value;
    if (record) {
      const { module, recordId, field } = record;
      chain.push({
        kind: "record",
        nodeId: read.node.id,
        step: read.node.label,
        module: module ?? moduleOf(read.node),
        recordId,
        field,
        value,
      });
      break;
    }
    chain.push({ kind: "output", nodeId: read.node.id, step: read.node.label, path: read.path, value });
    leaf = inputBehind(steps.get(read.node.id)?.input, read.path, value);
    node = read.node;
  }
  return chain;
}

/** The setting a value of the step's input was filled in from: the one under the same key. */
function settingFor(node: GraphNode, leaf: Leaf): Setting | null {
  const settings = settingsIn(node.config as Json);
  const key = leaf.path.at(-1);
  const named = settings.filter(({ path }) => path.at(-1) === key);
  return named[0] ?? settings.find(({ value }) => value.kind === "literal" && value.value === leaf.value) ?? null;
}

const MEMBER_CHAIN = /(?<![\w$.])[A-Za-z_$][\w$]*(?:!?\??\.[A-Za-z_$][\w$]*|\[(?:\d+|"[^"\\]*")\])*/g;

/** The names a formula reads, with the members taken of each: `subscriber.result.email`. */
function readsIn(value: Value): { name: string; path: string[] }[] {
  const codes = value.kind === "expression" ? [value.code] : value.kind === "template" ? codesOf(value.parts) : [];
  return codes.flatMap((code) =>
    [...code.matchAll(MEMBER_CHAIN)].map(([chain]) => {
      const [name = "", ...path] = chain.split(/!?\??\.|\["?|"?\]/).filter(Boolean);
      return { name, path };
    }),
  );
}

const codesOf = (parts: (string | { code: string })[]): string[] =>
  parts.flatMap((part) => (typeof part === "string" ? [] : part.code));

/** 2: the same; 1: one text holds the other; 0: nothing in common. */
function closeness(a: Json | undefined, b: Json | undefined): number {
  if (a === b) return 2;
  if (typeof a !== "string" || typeof b !== "string" || a === "" || b === "") return 0;
  const [x, y] = [a.trim().toLowerCase(), b.trim().toLowerCase()];
  return x.includes(y) || y.includes(x) ? 1 : 0;
}

/** A record is an object with an `id`; what is read below it is its field. */
function recordAround(
  output: Json | undefined,
  path: string[],
): { module: string | null; recordId: string; field: string } | null {
  for (let depth = 0; depth < path.length; depth += 1) {
    const around = valueAt(output, path.slice(0, depth));
    const id = valueAt(around, ["id"]);
    const field = path[depth];
    if (typeof id !== "string" || !UUID.test(id) || field === undefined || field === "id") continue;
    const module = valueAt(output, ["module"]);
    return { module: typeof module === "string" ? module : null, recordId: id, field };
  }
  return null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const moduleOf = ({ config }: GraphNode): string => (typeof config.module === "string" ? config.module : "");

/** The value a step was given that its output most likely comes from: same key first, then same content. */
function inputBehind(input: Json | undefined, outputPath: string[], value: Json): Leaf | null {
  const key = outputPath.at(-1) ?? "";
  if (input === undefined || input === null) return { path: [key], value: value as Leaf["value"] };
  const leaves = leavesOf(input).filter((leaf) => closeness(leaf.value, value) > 0);
  return leaves.find(({ path }) => path.at(-1) === key) ?? leaves[0] ?? null;
}
