import { type Random, randomFrom } from "@/core/compiler/reference/random-from";
import { randomGraph } from "@/core/compiler/reference/random-graph";
import { NODE_TYPES } from "@/core/nodes/catalogue";
import type { Json } from "@/core/values/json";

/** Makes a damaged document: one of those given, or a random one, with something wrong or odd in a few places. */
export function mutantOf(documents: readonly Json[], seed: number): Json {
  const random = randomFrom(seed);
  const whole =
    random() < 0.7 ? documents[seed % documents.length]! : (randomGraph(random).document as unknown as Json);
  const mutant = structuredClone(whole);
  for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) damage(mutant, random);
  return mutant;
}

function damage(document: Json, random: Random): void {
  const graph = document as { nodes?: unknown; edges?: unknown };
  const nodes = Array.isArray(graph.nodes) ? (graph.nodes as Json[]).filter(isObject) : [];
  if (nodes.length === 0 || random() < 0.5) damageAnywhere(document, random);
  else pick(NODE_DAMAGES, random)(pick(nodes, random), { random, nodes, edges: graph.edges });
}

interface Around {
  random: Random;
  nodes: readonly JsonObject[];
  edges: unknown;
}

/** What goes wrong with steps: each leaves a document that may still have its form, so that the compiler has to look. */
const NODE_DAMAGES: readonly ((node: JsonObject, around: Around) => void)[] = [
  (node, { random }) => {
    node.type = pick(NODE_TYPES, random).type;
  },
  (node, { random }) => {
    const type = pick(NODE_TYPES, random);
    Object.assign(node, { type: type.type, config: structuredClone(type.initialConfig()) });
  },
  (node, { random, nodes }) => {
    if (random() < 0.3) delete node.parent;
    else node.parent = pick(nodes, random).id ?? null;
  },
  (node, { random, nodes }) => {
    node.parent = (nodes.find(({ type }) => type === "for-each") ?? pick(nodes, random)).id ?? null;
  },
  (node, { random }) => {
    node.policy = structuredClone(pick(POLICIES, random));
  },
  (node, { random, nodes, edges }) => {
    const handle = pick(["then", "error", "each", "otherwise", "yes", "approved", "refused"], random);
    if (Array.isArray(edges)) edges.push({ from: node.id ?? null, handle, to: pick(nodes, random).id ?? null });
  },
  (node, { random, nodes }) => {
    node.name = pick(nodes, random).name ?? null;
  },
];

const POLICIES: readonly Json[] = [
  { disabled: true },
  { disabled: true, note: "*/ // `${\n" },
  { note: "\n*/\n" },
  { retry: { attempts: 3, waitMs: 0, backoff: "exponential" }, timeLimitMs: 100 },
  { retry: { attempts: 10, waitMs: 3_600_000, backoff: "fixed" }, afterCrash: "repeat" },
  { retry: { attempts: 1, waitMs: -1, backoff: "never" } },
  { afterCrash: "ask" },
  {},
];

const POISON: readonly Json[] = [
  null,
  "",
  -1,
  1e9,
  true,
  [],
  {},
  "run",
  "start",
  "item",
  "__proto__",
  "constructor",
  "`${",
  "*/ //",
  { kind: "expression", code: "}) => {" },
  { kind: "expression", code: "input?.toString" },
  { kind: "expression", code: "await (async function* () { for (;;) yield* eval; })()" },
  { kind: "template", parts: ["`", { code: "1 //" }] },
];

/** Replaces, removes or doubles something at a random place. */
function damageAnywhere(document: Json, random: Random): void {
  let at = document;
  for (let depth = Math.floor(random() * 7); depth > 0; depth -= 1) {
    const inner = Object.values(at as object).filter((held) => typeof held === "object" && held !== null);
    if (inner.length === 0) break;
    at = pick(inner, random) as Json;
  }
  const holder = at as JsonObject;
  const keys = Object.keys(holder);
  if (keys.length === 0) return;
  const key = pick(keys, random);
  const poison = pick(POISON, random);
  const how = random();
  if (how < 0.5) holder[key] = structuredClone(poison);
  else if (how < 0.65) delete holder[key];
  else if (how < 0.8 && !Array.isArray(at)) holder[String(poison)] = holder[key]!;
  else if (Array.isArray(at)) at.push(structuredClone(pick(at, random)));
  else if (typeof holder[key] === "string")
    holder[key] = `${holder[key]}${pick(["\n", "`", "//", "{", " $s", "\u2028"], random)}`;
}

type JsonObject = Record<string, Json>;

const isObject = (held: Json): held is JsonObject => typeof held === "object" && held !== null && !Array.isArray(held);

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!;
