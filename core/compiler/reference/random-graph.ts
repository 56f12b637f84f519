import type { HostScript } from "@/core/compiler/reference/plain-host";
import type { Random } from "@/core/compiler/reference/random-from";
import {
  type AutomationDocument,
  DOCUMENT_FORMAT,
  type GraphEdge,
  type GraphNode,
  SCHEMA_VERSION,
} from "@/core/graph/document";
import type { ListOperation } from "@/core/nodes/config-shapes";
import { handlesOf } from "@/core/nodes/handles-of";
import type { Json } from "@/core/values/json";
import { expression, literal, type Value } from "@/core/values/value";

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
  fill(nodes[0]!, undefined, 2 + Math.floor(random() * 12), 0);
  const document = { format: DOCUMENT_FORMAT, schemaVersion: SCHEMA_VERSION, name: "Random", nodes, edges, layout: {} };
  return { document: document as AutomationDocument, script };

  /** Adds nodes after an entry: the start, or a loop whose body they are. */
  function fill(entry: GraphNode, parent: string | undefined, size: number, depth: number): void {
    const region = [entry];
    for (let count = 1; count <= size; count += 1) {
      const id = `n${nodes.length}`;
      const name = `step${nodes.length}`;
      const leading = new Map<string, GraphEdge>();
      for (let lines = 1 + Math.floor(random() * 2.6); lines > 0; lines -= 1) {
        const from = pick(region.slice(Math.max(0, region.length - 5)));
        const ways = waysOf(from, parent).filter((way) => way !== "error" || random() < 0.6);
        if (ways.length === 0) continue;
        const handle = pick(ways);
        leading.set(`${from.id} ${handle}`, { from: from.id, handle, to: id });
      }
      if (leading.size === 0) continue;
      edges.push(...leading.values());
      const before = readable(id, parent);
      const node = nodeOf(id, name, before, parent);
      if (random() < 0.08 && !isEnd(node)) node.policy = { disabled: true };
      else if (random() < 0.2) node.policy = { retry: { attempts: 3, waitMs: 10, backoff: "fixed" } };
      const chance = random();
      const code = chance < 0.15 ? "HTTP_STATUS_RETRYABLE" : "HTTP_STATUS";
      if (chance < 0.3) script[name] = { fails: { code, message: `${name} refuses`, status: 400 } };
      if (chance < 0.1) script[name] = { ...script[name]!, times: 1 + Math.floor(random() * 3) } as HostScript[string];
      nodes.push(node);
      region.push(node);
      if (node.type !== "for-each") continue;
      fill(node, id, Math.floor(random() * 5), depth + 1);
      if (random() < 0.7) node.config.collect = expression(`${readOf(bodyOf(id))} ?? 0`) as never;
    }

    function nodeOf(id: string, name: string, before: GraphNode[], within: string | undefined): GraphNode {
      const kinds = [
        ...KINDS,
        ...(within ? ["continue", "break"] : []),
        ...(depth < 2 ? ["for-each", "for-each"] : []),
      ];
      let type = pick(kinds);
      if (type === "break" && Number(nodes.find((one) => one.id === within)?.config.atOnce ?? 1) > 1) type = "continue";
      const config = configOf(type, readOf(before), readOf(before)) as Record<string, Json>;
      return { id, type, name, label: `Step ${id}`, config, ...(within ? { parent: within } : {}) };
    }
  }

  function waysOf(from: GraphNode, parent: string | undefined): string[] {
    if (from.id === parent) return ["each"];
    const handles = handlesOf(from).map((handle) => handle.id);
    return from.type === "for-each" ? handles.filter((handle) => handle !== "each") : handles;
  }

  function bodyOf(loop: string): GraphNode[] {
    return nodes.filter((node) => (node.parent === loop && !node.policy?.disabled && !isEnd(node)) || node.id === loop);
  }

  /** The nodes whose names a node can read: those before it, those before the loops around it, and those loops. */
  function readable(id: string, parent: string | undefined): GraphNode[] {
    const around = nodes.find((node) => node.id === parent);
    const before = ancestors(id, edges, nodes).filter((node) => node.id !== parent);
    return around ? [...readable(around.id, around.parent), around, ...before] : before;
  }

  function readOf(before: readonly GraphNode[]): string {
    if (before.length === 0) return "null";
    const { name, type } = pick(before);
    if (type !== "for-each") return `${name}?.v`;
    return pick([`${name}?.item`, `${name}?.index`, `${name}?.[0]`]);
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
      case "switch":
        return {
          value: sum,
          cases: [1, 2].map((equals) => ({ id: `c${equals}`, label: "", equals: literal(equals) })),
        };
      case "for-each":
        return {
          items: expression(pick(["[1, 2]", "[3]", "[]", `[${read} ?? 1, 2, 5]`, "[1, 2, 3, 4]", read])),
          ...(random() < 0.25 ? { atOnce: 2 + Math.floor(random() * 2) } : {}),
        };
      case "transform":
        return { list: expression(`[3, ${read} ?? 1, 2]`), operations: pick(OPERATIONS) };
      case "wait":
        return {
          until: pick(["time", "approval"]),
          duration: { amount: literal(1), unit: "hours" },
          question: literal("Well?"),
        };
      case "record.search":
        return { module: "Leads", find: pick(["all", "first"]) };
      case "connection":
        return { form: "request", method: "POST", url: literal("https://example.org"), body: sum };
      case "log":
        return { message: { kind: "template", parts: ["v is ", { code: read }] } };
      case "stop":
        return { message: { kind: "template", parts: ["stopped at ", { code: read }] } };
      case "break":
        return {};
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

const KINDS = [
  ...["set", "set", "code", "condition", "condition", "connection", "connection", "log", "return", "stop"],
  ...["switch", "wait", "transform", "record.search"],
] as const;

const ITEM = expression("item");
const OPERATIONS: ListOperation[][] = [
  [{ kind: "sort", by: ITEM, direction: "ascending" }],
  [
    { kind: "map", values: [{ name: "v", value: expression("item * 2") }] },
    { kind: "limit", count: 2 },
  ],
  [{ kind: "group", by: expression("item > 1") }],
  [
    { kind: "unique", by: ITEM },
    { kind: "join", with: expression("[1, 2]"), left: ITEM, right: ITEM, keep: "all" },
  ],
  [
    {
      kind: "filter",
      when: { kind: "rows", match: "all", rows: [{ left: ITEM, operator: "greater", right: literal(1) }] },
    },
  ],
];

const isEnd = (node: GraphNode): boolean => handlesOf(node).length === 0;

function ancestors(id: string, edges: readonly GraphEdge[], nodes: readonly GraphNode[]): GraphNode[] {
  const found = new Set<string>([id]);
  for (const each of found) for (const edge of edges) if (edge.to === each) found.add(edge.from);
  return nodes.filter((node) => found.has(node.id) && !node.policy?.disabled);
}
