import { expect, test } from "vitest";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { type AutomationDocument, DOCUMENT_FORMAT, type GraphNode, SCHEMA_VERSION } from "@/core/graph/document";
import { outlineOf } from "@/core/graph/outline";

const TYPES: Record<string, string> = {
  start: "manual",
  if: "condition",
  loop: "for-each",
  end: "return",
  code: "code",
};

/** Steps are called for what they are ("if2" is a condition); what stands in a loop is "loop.name". */
function drawing(names: string, lines: string): AutomationDocument {
  const nodes = names.split(" ").map((name): GraphNode => {
    const [id, parent] = name.split(".").reverse() as [string, string?];
    const type = TYPES[id.replace(/\d+$/, "")] ?? "log";
    const config: GraphNode["config"] = type === "condition" ? { branches: ["yes", "maybe"].map(branch) } : {};
    return { id, type, name: id, label: id, config, ...(parent && { parent }) };
  });
  const edges = lines
    .split(",")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [from = "", to = ""] = line.trim().split(" > ");
      const [id = "", handle = "then"] = from.split(":");
      return { from: id, handle, to };
    });
  return { format: DOCUMENT_FORMAT, schemaVersion: SCHEMA_VERSION, name: "Outline", nodes, edges, layout: {} };
}

const branch = (id: string) => ({
  id,
  label: "",
  when: { kind: "formula", formula: { kind: "literal", value: true } },
});

const told = (names: string, lines: string): string[] =>
  outlineOf(drawing(names, lines), sampleWorkspace).map((row) => {
    const indent = "  ".repeat(row.depth);
    if (row.kind === "step") return `${indent}${row.number} ${row.node.label}`;
    if (row.kind === "branch") return `${indent}${row.together ? "together" : row.handle.id}:`;
    return row.kind === "continue" ? `${indent}-> ${row.number}` : `${indent}${row.kind}`;
  });

test.each<[string, string, string, string[]]>([
  ["nothing", "a", "", ["loose", "1 a"]],
  ["a chain", "b start a", "start > a, a > b", ["1 start", "2 a", "3 b"]],
  [
    "branches that meet again",
    "start if a b c",
    "start > if, if:yes > a, if:otherwise > b, a > c, b > c",
    ["1 start", "2 if", "  yes:", "    3 a", "  otherwise:", "    4 b", "5 c"],
  ],
  [
    "a branch that goes straight to where the others meet",
    "start if a c",
    "start > if, if:yes > a, if:otherwise > c, a > c",
    ["1 start", "2 if", "  yes:", "    3 a", "  otherwise:", "    -> 4", "4 c"],
  ],
  [
    "a branch that ends while the others go on",
    "start if a b c d",
    "start > if, if:yes > a, if:maybe > b, if:otherwise > d, a > c, b > c",
    ["1 start", "2 if", "  yes:", "    3 a", "  maybe:", "    4 b", "  otherwise:", "    5 d", "    end", "6 c"],
  ],
  [
    "a branch that ends with an answer needs no more words",
    "start if a b end c",
    "start > if, if:yes > a, if:maybe > b, if:otherwise > end, a > c, b > c",
    ["1 start", "2 if", "  yes:", "    3 a", "  maybe:", "    4 b", "  otherwise:", "    5 end", "6 c"],
  ],
  [
    "branches that never meet",
    "start if a b",
    "start > if, if:yes > a, if:otherwise > b",
    ["1 start", "2 if", "  yes:", "    3 a", "  otherwise:", "    4 b"],
  ],
  [
    "a join that does not nest",
    "start if if2 a b c",
    "start > if, if:yes > if2, if:otherwise > b, if2:yes > a, if2:otherwise > b, a > c, b > c",
    [
      "1 start",
      "2 if",
      "  yes:",
      "    3 if2",
      "      yes:",
      "        4 a",
      "        -> 6",
      "      otherwise:",
      "        -> 5",
      "  otherwise:",
      "    -> 5",
      "5 b",
      "6 c",
    ],
  ],
  [
    "what happens if a step fails, before what follows it",
    "start code a b",
    "start > code, code > a, code:error > b",
    ["1 start", "2 code", "  error:", "    3 b", "    end", "4 a"],
  ],
  [
    "a failure that joins what follows",
    "start code a b",
    "start > code, code > a, code:error > b, b > a",
    ["1 start", "2 code", "  error:", "    3 b", "    -> 4", "4 a"],
  ],
  [
    "steps at the same time",
    "start a b c",
    "start > a, start > b, a > c, b > c",
    ["1 start", "  together:", "    2 a", "  together:", "    3 b", "4 c"],
  ],
  [
    "a loop with its body, a loop inside and what follows",
    "start loop loop.a loop.loop2 loop2.b c",
    "start > loop, loop:each > a, a > loop2, loop2:each > b, loop > c",
    ["1 start", "2 loop", "  3 a", "  4 loop2", "    5 b", "6 c"],
  ],
  [
    "a loop that begins with two steps at once",
    "start loop loop.a loop.b loop.c",
    "start > loop, loop:each > a, loop:each > b, a > c, b > c",
    ["1 start", "2 loop", "  together:", "    3 a", "  together:", "    4 b", "  5 c"],
  ],
  [
    "steps nothing leads to, in the automation and in a loop",
    "start loop loop.a d e",
    "start > loop, d > e",
    ["1 start", "2 loop", "  loose", "  3 a", "loose", "4 d", "5 e"],
  ],
  [
    "a branch that jumps over where the others meet",
    "start if a b c d",
    "start > if, if:yes > a, if:maybe > b, if:otherwise > d, a > c, b > c, c > d",
    ["1 start", "2 if", "  yes:", "    3 a", "  maybe:", "    4 b", "  otherwise:", "    -> 6", "5 c", "6 d"],
  ],
  ["a circle", "start a b", "start > a, a > b, b > a", ["1 start", "2 a", "3 b", "-> 2"]],
])("an outline tells %s", (_what, names, lines, expected) => {
  expect(told(names, lines)).toEqual(expected);
});

test("every step of a drawing is told once, whatever its lines", () => {
  const names = Array.from({ length: 60 }, (_, index) =>
    index === 0 ? "start" : index % 4 === 0 ? `if${index}` : `s${index}`,
  );
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let round = 0; round < 50; round += 1) {
    const lines = Array.from({ length: 90 }, () => {
      const [a = 0, b = 0] = [random(60), random(60)].sort((x, y) => x - y);
      const handle = names[a]!.startsWith("if")
        ? ["yes", "maybe", "otherwise"][random(3)]
        : ["then", "error"][random(2)];
      return a === b ? "" : `${names[a]}:${handle} > ${names[b]}`;
    });
    const rows = outlineOf(drawing(names.join(" "), lines.filter(Boolean).join(",")), sampleWorkspace);
    const steps = rows.flatMap((row) => (row.kind === "step" ? [row] : []));
    expect(new Set(steps.map(({ node }) => node.id))).toEqual(new Set(names));
    expect(steps.map(({ number }) => number)).toEqual(names.map((_, index) => index + 1));
  }
});

test("a very long automation is told without trouble", () => {
  const names = ["start", ...Array.from({ length: 1_999 }, (_, index) => `s${index}`)];
  const lines = names.slice(1).map((name, index) => `${names[index]} > ${name}`);
  expect(outlineOf(drawing(names.join(" "), lines.join(",")), sampleWorkspace)).toHaveLength(2_000);
});
