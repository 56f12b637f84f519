import type { HostScript } from "@/core/compiler/reference/plain-host";
import {
  type AutomationDocument,
  DOCUMENT_FORMAT,
  type GraphEdge,
  type GraphNode,
  SCHEMA_VERSION,
} from "@/core/graph/document";
import { handlesOf } from "@/core/nodes/handles-of";
import type { Json } from "@/core/values/json";
import { expression, literal, type Value } from "@/core/values/value";

/** A source of numbers from 0 to below 1. */
export type Random = () => number;

/** The same seed gives the same numbers. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const CODE = [
  "let sum = 0;\nfor (let i = 0; i < 3; i += 1) {\n  if (i === 1) continue;\n  sum += i;\n}\nreturn { v: sum + (IN?.v ?? 0) };",
  "const items = [1, 2, 3].map((x) => x * 2).filter((x) => x > 2);\nreturn { v: items.length, items };",
  "try {\n  if ((IN?.v ?? 0) > 2) throw new Error('big');\n  return { v: 1 };\n} catch {\n  return { v: 0 };\n}",
  "function twice(n) {\n  return n * 2;\n}\nlet n = 1;\nwhile (n < 5) n = twice(n);\nreturn { v: n };",
  "if ((IN?.v ?? 0) > 1) throw new Error('code refuses');\nreturn { v: 2 };",
  "outer: for (const a of [1, 2]) {\n  for (const b of [1, 2]) {\n    if (b === 2) continue outer;\n  }\n}\nswitch (1) {\n  case 1:\n    return { v: 1 };\n}",
] as const;

/** Makes a graph without errors, of any shape, and a world in which some of its calls fail. */
export function randomGraph(random: Random): { document: AutomationDocument; script: HostScript } {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const nodes: GraphNode[] = [{ id: "n0", type: "manual", name: "start", label: "Start", config: {} }];
  const edges: GraphEdge[] = [];
  const script: HostScript = {};
  const size = 2 + Math.floor(random() * 14);
  for (let index = 1; index <= size; index += 1) {
    const name = `step${index}`;
    const leading = new Map<string, GraphEdge>();
    for (let count = 1 + Math.floor(random() * 2.6); count > 0; count -= 1) {
      const from = pick(nodes.slice(Math.max(0, nodes.length - 5)));
      const ways = handlesOf(from).filter((handle) => handle.id !== "error" || random() < 0.6);
      if (ways.length === 0) continue;
      const handle = pick(ways).id;
      leading.set(`${from.id} ${handle}`, { from: from.id, handle, to: `n${index}` });
    }
    edges.push(...leading.values());
    const before = ancestors(`n${index}`, edges, nodes);
    const node = nodeOf(index, name, before);
    if (random() < 0.08) node.policy = { disabled: true };
    if (random() < 0.35) script[name] = { fails: { code: "HTTP_STATUS", message: `${name} refuses`, status: 400 } };
    nodes.push(node);
  }
  const document = { format: DOCUMENT_FORMAT, schemaVersion: SCHEMA_VERSION, name: "Random", nodes, edges, layout: {} };
  return { document: document as AutomationDocument, script };

  function nodeOf(index: number, name: string, before: GraphNode[]): GraphNode {
    const read = before.length > 0 ? `${pick(before).name}?.v` : "null";
    const other = before.length > 0 ? `${pick(before).name}?.v` : "null";
    const kind = pick(["set", "set", "code", "condition", "condition", "connection", "connection", "log", "return"]);
    const config = configOf(kind, read, other);
    return { id: `n${index}`, type: kind, name, label: `Step ${index}`, config: config as Record<string, Json> };
  }

  function configOf(kind: string, read: string, other: string): Record<string, unknown> {
    const sum: Value = expression(`(${read} ?? 0) + (${other} ?? 1)`);
    switch (kind) {
      case "set":
        return { values: [{ name: "v", value: sum }] };
      case "code":
        return { code: pick(CODE).replaceAll("IN?.v", read) };
      case "condition":
        return { branches: ["a", "b"].slice(0, 1 + Math.floor(random() * 2)).map((id, at) => branch(id, read, at)) };
      case "connection":
        return { form: "request", method: "POST", url: literal("https://example.org"), body: sum };
      case "log":
        return { message: { kind: "template", parts: ["v is ", { code: read }] } };
      default:
        return random() < 0.2 ? { value: expression(`${read}.deeper.still`) } : { value: sum };
    }
  }

  function branch(id: string, read: string, at: number): unknown {
    const row = {
      left: expression(`${read} ?? 0`),
      operator: "greater",
      right: literal(at + Math.floor(random() * 3)),
    };
    return { id, label: id, when: { kind: "rows", match: "all", rows: [row] } };
  }
}

function ancestors(id: string, edges: readonly GraphEdge[], nodes: readonly GraphNode[]): GraphNode[] {
  const found = new Set<string>([id]);
  for (const each of found) for (const edge of edges) if (edge.to === each) found.add(edge.from);
  return nodes.filter((node) => found.has(node.id) && !node.policy?.disabled);
}
