import {
  type AutomationDocument,
  DOCUMENT_FORMAT,
  type GraphEdge,
  type GraphNode,
  SCHEMA_VERSION,
} from "@/core/graph/document";
import type { Json } from "@/core/values/json";

/**
 * Makes an automation as people draw them, only longer: pieces of ten steps, one after the other. A piece reads a record,
 * calls a function, decides, works in both branches, meets again, runs a loop, changes the record and logs.
 *
 * @param size how many nodes, of which the first is the start and the last the answer
 */
export function graphOf(size: number): AutomationDocument {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  add("button", "press", { module: "Deals", label: "Go" });
  let before = { name: "press", value: "press.record.Amount" };
  let ends: [string, string][] = [["press", "then"]];
  for (let piece = 0; nodes.length < size - 1; piece += 1) addPiece(piece);
  add("return", "answer", { value: formula(before.value) });
  for (const [from, handle] of ends) edges.push({ from, handle, to: "answer" });
  return { format: DOCUMENT_FORMAT, schemaVersion: SCHEMA_VERSION, name: `Bench ${size}`, nodes, edges, layout: {} };

  function addPiece(piece: number): void {
    const name = (step: string) => `${step}${piece}`;
    const condition = { kind: "formula", formula: formula(`Number(${name("values")}.total ?? 0) > ${piece}`) };
    const steps: [string, string, Record<string, Json>, string?][] = [
      ["record.get", "deal", { module: "Deals", id: formula("press.record.id") }],
      [
        "set",
        "values",
        {
          values: [
            named("total", `Number(${before.value} ?? 0) + Number(${name("deal")}.Amount ?? 0)`),
            text("Deal ", `${name("deal")}.Deal_Name`),
          ],
        },
      ],
      ["condition", "choice", { branches: [{ id: "yes", label: "More", when: condition }] }],
      [
        "code",
        "work",
        {
          code: `const parts = [${name("values")}.total, ${piece}];\nlet sum = 0;\nfor (const part of parts) sum += Number(part ?? 0);\nreturn { sum };`,
        },
      ],
      ["function", "next", { function: "nextNumber", arguments: { step: formula(String(piece + 1)) } }],
      ["set", "met", { values: [named("sum", `${name("work")}?.sum ?? ${name("next")}`)] }],
      ["for-each", "loop", { items: formula(`[1, 2, ${name("met")}.sum]`), collect: formula(`${name("row")}.double`) }],
      ["set", "row", { values: [named("double", `Number(${name("loop")}.item) * 2`)] }, name("loop")],
      [
        "record.update",
        "change",
        {
          module: "Deals",
          id: formula(`${name("deal")}.id`),
          fields: { Next_Step: formula(`String(${name("loop")}.length)`) },
        },
      ],
      [
        "log",
        "note",
        { level: "info", message: { kind: "template", parts: ["Piece ", { code: `${name("met")}.sum` }] } },
      ],
    ];
    const room = size - 1 - nodes.length;
    // A piece that has no room left becomes a line of values.
    if (room < steps.length) {
      for (let left = 0; left < room; left += 1) chain("set", `rest${left}`, { values: [named("v", before.value)] });
      return;
    }
    for (const [type, step, config, parent] of steps) add(type, name(step), config, parent);
    join(name("deal"));
    line("deal", "then", "values");
    line("values", "then", "choice");
    line("choice", "yes", "work");
    line("choice", "otherwise", "next");
    line("work", "then", "met");
    line("next", "then", "met");
    line("met", "then", "loop");
    line("loop", "each", "row");
    line("loop", "then", "change");
    line("change", "then", "note");
    ends = [[name("note"), "then"]];
    before = { name: name("met"), value: `${name("met")}.sum` };

    function line(from: string, handle: string, to: string): void {
      edges.push({ from: name(from), handle, to: name(to) });
    }
  }

  function chain(type: string, name: string, config: Record<string, Json>): void {
    add(type, name, config);
    join(name);
    ends = [[name, "then"]];
    before = { name, value: `${name}.v` };
  }

  function join(to: string): void {
    for (const [from, handle] of ends) edges.push({ from, handle, to });
  }

  function add(type: string, name: string, config: Record<string, Json>, parent?: string): void {
    nodes.push({ id: name, type, name, label: name, config, ...(parent && { parent }) });
  }
}

const formula = (code: string): Json => ({ kind: "expression", code });
const named = (name: string, code: string): Json => ({ name, value: formula(code) });
const text = (before: string, code: string): Json => ({
  name: "title",
  value: { kind: "template", parts: [before, { code }] },
});
