import { describe, expect, test } from "vitest";
import { compile } from "@/core/compiler/compile";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { guardsAgainstEmpty } from "@/core/compiler/types/guards-against-empty";
import type { AutomationDocument } from "@/core/graph/document";
import { applyQuickFix } from "@/core/graph/edits/apply-quick-fix";
import type { QuickFix } from "@/core/graph/edits/quick-fix";
import { parseDocument } from "@/core/graph/parse-document";
import type { Json } from "@/core/values/json";

/** A button on a deal, a step that holds a value, an answer. */
function automation(value: Json, code = "return note?.v ?? 1;"): AutomationDocument {
  const { document } = parseDocument({
    format: "millrace/automation",
    schemaVersion: 1,
    name: "T",
    nodes: [
      { id: "start", type: "button", name: "deal", label: "Press", config: { module: "Deals", label: "Go" } },
      { id: "set", type: "set", name: "note", label: "Note", config: { values: [{ name: "v", value }] } },
      { id: "code", type: "code", name: "calc", label: "Calc", config: { code } },
    ],
    edges: [
      { from: "start", handle: "then", to: "set" },
      { from: "set", handle: "then", to: "code" },
    ],
    layout: { start: { x: 0, y: 0 }, set: { x: 300, y: 0 }, code: { x: 600, y: 0 } },
  });
  return document!;
}

const at = { nodeId: "set", field: "values.0.value" };
const formula = (code: string): Json => ({ kind: "expression", code });
const heldValue = (document: AutomationDocument): unknown =>
  (document.nodes[1]!.config.values as { value: unknown }[])[0]!.value;
const fixed = (value: Json, fix: QuickFix) => heldValue(applyQuickFix(automation(value), fix));

const fallback = (subject: string): QuickFix => ({ kind: "fallback", ...at, subject, fallback: '""' });

describe("a fallback", () => {
  test.each([
    ["deal.record.Next_Step", "deal.record.Next_Step", 'deal.record.Next_Step ?? ""'],
    ["deal.record.Next_Step.trim()", "deal.record.Next_Step", '(deal.record.Next_Step ?? "").trim()'],
    ["a + b", "a + b", '(a + b) ?? ""'],
    [
      "deal.record.Next_Steps + deal.record.Next_Step",
      "deal.record.Next_Step",
      'deal.record.Next_Steps + (deal.record.Next_Step ?? "")',
    ],
  ])("in %s", (code, subject, expected) => {
    expect(fixed(formula(code), fallback(subject))).toEqual(formula(expected));
  });

  test("stands in the part of a text that has the value", () => {
    const text: Json = {
      kind: "template",
      parts: ["Do ", { code: "deal.user.name" }, { code: "deal.record.Next_Step.trim()" }],
    };
    expect(fixed(text, fallback("deal.record.Next_Step"))).toEqual({
      kind: "template",
      parts: ["Do ", { code: "deal.user.name" }, { code: '(deal.record.Next_Step ?? "").trim()' }],
    });
  });

  test("does not change a text or a comment that reads the same", () => {
    expect(fixed(formula('"a.b: " + /* a.b */ a.b'), fallback("a.b"))).toEqual(
      formula('"a.b: " + /* a.b */ (a.b ?? "")'),
    );
    expect(fixed(formula("`${a.b}`"), fallback("a.b"))).toEqual(formula('`${(a.b ?? "")}`'));
  });

  test("changes nothing where the formula is another by now", () => {
    const document = automation(formula("deal.user.name"));
    expect(applyQuickFix(document, fallback("deal.record.Next_Step"))).toBe(document);
    expect(applyQuickFix(document, { ...fallback("x"), nodeId: "gone" } as QuickFix)).toBe(document);
    expect(applyQuickFix(document, { ...fallback("x"), field: "values.7.value.deep" } as QuickFix)).toBe(document);
  });
});

test("a misspelt name is replaced, in the line of code where it stands", () => {
  const replace: QuickFix = { kind: "replace-in-field", ...at, from: "Amuont", to: "Amount" };
  expect(fixed(formula("deal.record.Amuont * 2"), replace)).toEqual(formula("deal.record.Amount * 2"));
  const inCode = applyQuickFix(automation(null, "const Amuont = 1;\nreturn deal.record.Amuont;"), {
    ...replace,
    nodeId: "code",
    field: "code",
    line: 2,
  } as QuickFix);
  expect(inCode.nodes[2]!.config.code).toBe("const Amuont = 1;\nreturn deal.record.Amount;");
});

test("a step can fail with a message when a value is empty", () => {
  const fix: QuickFix = { kind: "fail-when-empty", ...at, subject: "deal.record.Next_Step", message: 'No "next"' };
  const document = applyQuickFix(automation(formula("deal.record.Next_Step.trim()")), fix);
  const [code] = [(heldValue(document) as { code: string }).code];
  expect(code).toBe('(deal.record.Next_Step ?? (() => { throw new Error("No \\"next\\""); })()).trim()');
  expect(compile(document, sampleWorkspace).diagnostics).toEqual([]);
});

test("a step can be skipped when a value is empty: a condition before it, and the run goes on behind it", () => {
  const subject = "deal.record.Next_Step";
  const fix: QuickFix = { kind: "skip-when-empty", nodeId: "set", subject, label: "Next step is there?" };
  const document = applyQuickFix(automation(formula(`${subject}.trim()`)), fix);
  expect(document.edges).toEqual([
    { from: "start", handle: "then", to: "set-if" },
    { from: "set", handle: "then", to: "code" },
    { from: "set-if", handle: "yes", to: "set" },
    { from: "set-if", handle: "otherwise", to: "code" },
  ]);
  expect(document.layout["set-if"]).toEqual({ x: 300, y: 0 });
  expect(document.layout.set!.x).toBeGreaterThan(300 + 240);
  const { diagnostics, program } = compile(document, sampleWorkspace);
  expect(diagnostics).toEqual([]);
  expect(program!.typescript).toContain('(deal.record.Next_Step ?? "") !== ""');
  expect(guardsAgainstEmpty(document, "set", subject)).toBe(true);
  expect(guardsAgainstEmpty(document, "code", subject)).toBe(false);
  expect(applyQuickFix(document, fix).nodes.map(({ id }) => id)).toContain("set-if-2");
});

test("what is wrong with steps, lines and names is put right by its fix", () => {
  const broken = {
    ...automation(formula("1")),
    nodes: [
      ...automation(formula("1")).nodes,
      { id: "again", type: "manual", name: "by_hand", label: "By hand", config: {} },
      { id: "twin", type: "log", name: "note", label: "Twin", config: { message: { kind: "literal", value: "x" } } },
      {
        id: "typo",
        type: "log",
        name: "typo",
        label: "Typo",
        config: { message: { kind: "expression", code: "deall.user.name" } },
      },
    ] as AutomationDocument["nodes"],
    edges: [
      ...automation(formula("1")).edges,
      { from: "set", handle: "then", to: "code" },
      { from: "set", handle: "then", to: "gone" },
      { from: "code", handle: "then", to: "twin" },
      { from: "twin", handle: "then", to: "typo" },
    ],
  };
  let document: AutomationDocument = broken;
  for (let round = 0; round < 10; round += 1) {
    const { diagnostics } = compile(document, sampleWorkspace);
    const fix = diagnostics.find((finding) => finding.severity === "error" || finding.code === "DUPLICATE_EDGE")
      ?.fix?.[0];
    if (!fix) break;
    document = applyQuickFix(document, fix);
  }
  const { diagnostics, program } = compile(document, sampleWorkspace);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(program!.typescript).toContain("deal.user.name");
  expect(document.nodes.find(({ id }) => id === "twin")?.name).toBe("twin");
  expect(document.edges).toHaveLength(4);
});

describe("a name that is not known", () => {
  const fixesOf = (document: AutomationDocument) =>
    compile(document, sampleWorkspace).diagnostics.find(({ code }) => code === "UNKNOWN_NAME")?.fix ?? [];

  test("is read as the nearest of those that are known there, wherever it is read", () => {
    const document = automation(formula('deall.user.name + "deall" + deal.record.deall + deall.user.email'));
    const [fix] = fixesOf(document);
    expect(heldValue(applyQuickFix(document, fix!))).toEqual(
      formula('deal.user.name + "deall" + deal.record.deall + deal.user.email'),
    );
    expect(fixesOf(applyQuickFix(document, fix!))).toEqual([]);
  });

  test("has no fix where only a later step is called so", () => {
    expect(fixesOf(automation(formula("calc.v")))).toEqual([]);
    expect(fixesOf(automation(formula("cal.v")))).toEqual([]);
  });
});

test("of two lines to steps with the same label, the one in question goes", () => {
  const document = automation(formula("1"));
  const log = { type: "log", label: "Log", config: { message: { kind: "literal", value: "x" } } };
  const loop = { type: "for-each", config: { items: { kind: "literal", value: [1] } } };
  const nodes = [
    ...document.nodes,
    { ...log, id: "beside", name: "beside" },
    { ...loop, id: "loop", name: "loop", label: "Loop" },
    { ...log, id: "inside", name: "inside", parent: "loop" },
    { ...document.nodes[0]!, id: "other", name: "other", label: "Log", policy: { disabled: true } },
  ] as AutomationDocument["nodes"];
  const fine = [
    ...document.edges,
    { from: "set", handle: "then", to: "beside" },
    { from: "set", handle: "then", to: "loop" },
    { from: "loop", handle: "each", to: "inside" },
  ];
  for (const to of ["inside", "other"]) {
    const wrong = { from: "set", handle: "then", to };
    const { diagnostics } = compile({ ...document, nodes, edges: [...fine, wrong] }, sampleWorkspace);
    expect(diagnostics.find(({ severity }) => severity === "error")?.fix).toEqual([
      { kind: "remove-line", edge: wrong },
    ]);
  }
});

test("what makes room for a condition keeps its size, and what stands in a loop its place there", () => {
  const document = automation(formula("deal.record.Next_Step"));
  const nodes = [
    ...document.nodes,
    { id: "loop", type: "for-each", name: "loop", label: "Loop", config: {} },
    { id: "inside", type: "log", name: "inside", label: "Inside", config: {}, parent: "loop" },
  ] as AutomationDocument["nodes"];
  const loop = { x: 900, y: 0, width: 500, height: 300 };
  const layout = { ...document.layout, loop, inside: { x: 400, y: 40 } };
  const fix: QuickFix = { kind: "skip-when-empty", nodeId: "set", subject: "deal.record.Next_Step", label: "?" };

  const { layout: made } = applyQuickFix({ ...document, nodes, layout }, fix);
  expect(made.loop).toEqual({ ...loop, x: 1_220 });
  expect(made.inside).toEqual({ x: 400, y: 40 });
});

describe("a field that a record does not have", () => {
  const creating = (fields: Record<string, Json>): AutomationDocument => {
    const document = automation(formula("1"));
    const made = {
      ...{ id: "make", type: "record.create", name: "made", label: "Make" },
      config: { module: "Leads", fields },
    } as AutomationDocument["nodes"][number];
    const edge = { from: "set", handle: "then", to: "make" };
    return { ...document, nodes: [...document.nodes, made], edges: [...document.edges, edge] };
  };
  const fixesOf = (document: AutomationDocument) =>
    compile(document, sampleWorkspace).diagnostics.find(({ code }) => code === "UNKNOWN_FIELD")?.fix ?? [];
  const fieldsOf = (document: AutomationDocument) =>
    Object.keys(document.nodes.find(({ id }) => id === "make")?.config.fields ?? {});
  const name: Json = { kind: "template", parts: ["x"] };

  test("is written as the one that comes nearest, in its place", () => {
    const document = creating({ FirstName: name, Last_Name: name });
    const [nearest] = fixesOf(document);
    expect(nearest).toEqual({ kind: "rename-field", nodeId: "make", from: "FirstName", to: "First_Name" });
    expect(fieldsOf(applyQuickFix(document, nearest!))).toEqual(["First_Name", "Last_Name"]);
  });

  test("is left out where nothing comes near it, or what does has a value already", () => {
    const document = creating({ FirstName: name, First_Name: name, Last_Name: name });
    const fixes = fixesOf(document);
    expect(fixes).toEqual([{ kind: "remove-field", nodeId: "make", name: "FirstName" }]);
    expect(fieldsOf(applyQuickFix(document, fixes[0]!))).toEqual(["First_Name", "Last_Name"]);
    expect(applyQuickFix(document, { kind: "rename-field", nodeId: "make", from: "FirstName", to: "First_Name" })).toBe(
      document,
    );
  });
});
