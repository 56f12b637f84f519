import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "use-intl/core";
import { beforeAll, describe, expect, test } from "vitest";
import { compile } from "@/core/compiler/compile";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { typeDiagnostics } from "@/core/compiler/types/type-diagnostics";
import type { AutomationDocument } from "@/core/graph/document";
import { parseDocument } from "@/core/graph/parse-document";
import type { Json } from "@/core/values/json";
import sentences from "@/messages/en/diagnostics.json";
import { checkerAssets } from "@/server/typecheck/checker-assets";
import { answer } from "@/server/typecheck/child/answer";
import { loadCompiler } from "@/server/typecheck/child/load-compiler";
import { createPrograms, type Programs } from "@/server/typecheck/child/programs";

let programs: Programs;

beforeAll(() => {
  const { compiler, declarations, libs } = checkerAssets();
  programs = createPrograms(loadCompiler(compiler), { ...libs, ...declarations }, Object.keys(declarations));
  // The library is parsed with the first question.
  answer(programs, { kind: "module", text: "export {};", notes: [], steps: [] });
}, 60_000);

/** What a formula of a deal's button makes of its field. */
const formula = (code: string): Json => ({ kind: "expression", code });
const fixed = (value: Json): Json => ({ kind: "literal", value });

type Step = { type: string; name?: string; config: Record<string, Json> };

/** A button on a deal, called `deal`, and steps one after the other. */
function automation(...steps: Step[]): AutomationDocument {
  const nodes = [
    { id: "start", type: "button", name: "deal", label: "Press", config: { module: "Deals", label: "Go" } },
    ...steps.map((step, at) => ({ id: `n${at}`, label: `Step ${at}`, name: `step${at}`, ...step })),
  ];
  const edges = nodes.slice(1).map(({ id }, at) => ({ from: nodes[at]!.id, handle: "then", to: id }));
  const { document } = parseDocument({ format: "millrace/automation", schemaVersion: 1, name: "T", nodes, edges });
  return document!;
}

const set = (...values: Json[]): Step => ({
  type: "set",
  config: { values: values.map((value, at) => ({ name: `v${at}`, value })) },
});
const update = (fields: Record<string, Json>): Step => ({
  type: "record.update",
  config: { module: "Deals", id: formula("deal.record.id"), fields },
});
const subscriber = (args: Record<string, Json>): Step => ({
  type: "function",
  config: {
    function: "buildSubscriber",
    arguments: { email: fixed("a@b.c"), firstName: fixed(null), lastName: fixed("x"), ...args },
  },
});
const code = (source: string, name = "calc"): Step => ({ type: "code", name, config: { code: source } });
const action = (inputs: Record<string, Json>): Step => ({
  type: "connection",
  config: { form: "action", connection: "mailing_list", action: "add-member", inputs },
});

function check(document: AutomationDocument) {
  const { diagnostics, notes, program } = compile(document, sampleWorkspace);
  if (!program) throw new Error(JSON.stringify(diagnostics));
  const steps = document.nodes.map(({ name }) => name);
  const { findings, types } = answer(programs, { kind: "module", text: program.typescript, notes, steps });
  return {
    found: typeDiagnostics(findings, { document, context: sampleWorkspace, lineMap: program.lineMap }),
    types,
  };
}

const say = createTranslator({ locale: "en", messages: { diagnostics: sentences }, namespace: "diagnostics" });
const inWords = ({ code: key, field, params, severity }: Diagnostic): string =>
  `${severity} ${field}: ${say(key, params as Record<string, string>)}`;

describe("what is told of", () => {
  test.each<[string, Step[], string[]]>([
    [
      "a currency where a function takes text",
      [subscriber({ email: formula("deal.record.Amount") })],
      ["error arguments.email: Amount is a currency; email expects text."],
    ],
    [
      "a fixed number where a function takes text",
      [subscriber({ lastName: fixed(3) })],
      ["error arguments.lastName: 3 is a number; lastName expects text."],
    ],
    [
      "a field that may be empty, for the one input that may not",
      [subscriber({ firstName: formula("deal.record.Next_Step"), lastName: formula("deal.record.Next_Step") })],
      ["warning arguments.lastName: Next Step may be empty, but lastName needs a value."],
    ],
    [
      "text where a record has a currency",
      [update({ Amount: formula("deal.record.Deal_Name") })],
      ["error fields.Amount: Deal Name is text; Amount expects a currency."],
    ],
    [
      "a fixed text that is no choice",
      [update({ Stage: fixed("Hot") })],
      ["error fields.Stage: Hot is not one of the choices of Stage."],
    ],
    [
      "a currency where a ready-made action takes text, beside an input that fits",
      [action({ email: formula("deal.record.Amount"), firstName: fixed("Ada") })],
      ["error inputs.email: Amount is a currency; email expects text."],
    ],
    [
      "the second of two inputs that share a line",
      [action({ email: fixed("a@b.c"), firstName: formula("deal.record.Amount") })],
      ["error inputs.firstName: Amount is a currency; firstName expects text."],
    ],
    [
      "a field that a record does not have",
      [set(formula("deal.record.Amuont"))],
      ["error values.0.value: Deals have no field Amuont; did you mean Amount?"],
    ],
    [
      "a property that a value of a field's kind does not have",
      [set(formula("deal.record.Amount?.toUpperCase()"))],
      ["error values.0.value: Amount is a currency and has no toUpperCase."],
    ],
    [
      "a name that an earlier step's code does not give",
      [code("return { total: 1 };"), set(formula("calc.totl"))],
      ["error values.0.value: calc has no totl; did you mean total?"],
    ],
    [
      "a call with too few values",
      [set(formula("'a'.padStart()"))],
      ["error values.0.value: 'a'.padStart takes 1-2 values, but is given 0."],
    ],
    [
      "arithmetic with text",
      [set(formula("deal.record.Deal_Name * 2"))],
      ["error values.0.value: Deal Name is text; a number is expected here."],
    ],
    [
      "text compared with a number",
      [set(formula("deal.record.Deal_Name > 5"))],
      ["error values.0.value: Deal Name is text; a number is expected here."],
    ],
    [
      "a field that may be empty where text is needed",
      [update({ Deal_Name: formula("deal.record.Next_Step") })],
      ["warning fields.Deal_Name: Next Step may be empty, but Deal Name needs a value."],
    ],
    [
      "a field that may be empty, and is read further",
      [set(formula("deal.record.Next_Step.trim()"))],
      ["warning values.0.value: Next Step may be empty. Say what to do then."],
    ],
    [
      "two texts that can never be the same",
      [set(formula('deal.record.Stage === "Hot"'))],
      ["warning values.0.value: Stage can never be equal to what it is compared with here."],
    ],
    [
      "in code, the line: a mistake in a record's field blocks, all else warns",
      [code("const a = deal.record.Amuont;\nconst n: number = deal.record.Deal_Name;\nreturn deal.record.Amount * 2;")],
      [
        "error code: Line 1: Deals have no field Amuont; did you mean Amount?",
        "warning code: Line 2: Deal Name is text; n expects a number.",
        "warning code: Line 3: Amount may be empty. Say what to do then.",
      ],
    ],
    [
      "what the runtime does not lend",
      [code("await http.gett('https://example.org'); return 1;")],
      ["error code: Line 1: http has no gett; did you mean get?"],
    ],
  ])("%s", (_name, steps, expected) => {
    expect(check(automation(...steps)).found.map(inWords)).toEqual(expected);
  });
});

test("a value that is of one kind or another may be wrong", () => {
  const { found } = check(
    automation(code("return Math.random() > 0.5 ? 'a' : 1;"), update({ Deal_Name: formula("calc") })),
  );
  expect(found.map(inWords)).toEqual(["warning fields.Deal_Name: calc is a number; Deal Name expects text."]);
});

test("an input that is given nothing", () => {
  const { found } = check(automation(subscriber({ lastName: fixed(null) })));
  expect(found.map(inWords)).toEqual(["warning arguments.lastName: It is empty, but lastName needs a value."]);
});

test("inputs of a manual start that nobody described are taken as they are", () => {
  const parameters = [
    { name: "items", type: "list", required: true },
    { name: "extra", type: "object", required: true },
    { name: "other", type: "any", required: true },
  ];
  const nodes = [
    { id: "start", type: "manual", name: "input", label: "Run", config: { parameters } },
    {
      id: "n0",
      label: "Step",
      name: "step",
      ...set(
        formula("input.items[0].name.trim()"),
        formula("input.items.map((item) => item.sku)"),
        formula("(input.extra.name ?? '').trim()"),
        formula("input.other.deep * 2 + input.extra.count"),
      ),
    },
    {
      id: "n1",
      label: "Sub",
      name: "sub",
      ...subscriber({ email: formula("input.other.mail"), lastName: formula("input.items[0]") }),
    },
  ];
  const edges = [
    { from: "start", handle: "then", to: "n0" },
    { from: "n0", handle: "then", to: "n1" },
  ];
  const { document } = parseDocument({ format: "millrace/automation", schemaVersion: 1, name: "T", nodes, edges });
  expect(check(document!).found.map(inWords)).toEqual([]);
});

describe("what is no mistake", () => {
  test.each<[string, Step[]]>([
    [
      "text where a choice is expected: whether it is one shows when it runs",
      [update({ Stage: formula("deal.user.name") })],
    ],
    [
      "a value in a template, empty or not",
      [set({ kind: "template", parts: ["for ", { code: "deal.record.Next_Step" }] })],
    ],
    ["a value with a fallback", [set(formula('(deal.record.Next_Step ?? "").trim()'))]],
    [
      "an input that is not required and empty",
      [action({ email: fixed("a@b.c"), firstName: formula("deal.record.Next_Step") })],
    ],
    [
      "code written without types",
      [
        code(
          "const out = {};\nout.sum = 0;\nfunction add(a, b) { out.sum += a ?? b; }\nadd(1, 2);\nlet last = null;\nlast = 'x';\nconst all = [];\nall.push(last);\ntry { add(1, 2) } catch (error) { console.log(error.message); }\nreturn out;",
        ),
      ],
    ],
    [
      "the answer of a request, whose type nobody knows",
      [
        {
          type: "connection",
          name: "rate",
          config: { form: "request", method: "GET", url: fixed("https://example.org") },
        },
        set(formula("rate.list[0].name.trim()")),
      ],
    ],
    [
      "a number typed as text, compared with a number",
      [set(formula('deal.record.Amount != null && deal.record.Amount > "10"'))],
    ],
    ["the moment, where a date is kept", [update({ Closing_Date: formula("new Date()") })]],
    [
      "what is inside a list nobody described",
      [
        code(
          "const answer = await http.get('https://example.org');\nconst found = await records.get('Leads', '1');\nreturn { name: (answer.body.name ?? '').trim(), twice: found.Amount * 2, mail: found.Email };",
        ),
      ],
    ],
    ["dates, as text", [update({ Closing_Date: fixed("2026-01-31") })]],
    ["a field emptied on purpose", [update({ Next_Step: fixed(null) })]],
  ])("%s", (_name, steps) => {
    expect(check(automation(...steps)).found.map(inWords)).toEqual([]);
  });

  test("what untyped code gives is doubted, not denied", () => {
    const { found } = check(automation(code("const out = {};\nout.sum = 1;\nreturn out;"), set(formula("calc.sum"))));
    expect(found.map(({ severity }) => severity)).toEqual(["warning"]);
  });

  test("a value that a condition before the step says is there", () => {
    const read = set(formula("deal.record.Next_Step.trim()"));
    const rows = [{ left: formula("deal.record.Next_Step"), operator: "is-not-empty" }];
    const when = { kind: "rows", match: "all", rows };
    const guard: Step = { type: "condition", config: { branches: [{ id: "then", label: "", when }] as Json } };
    expect(check(automation(guard, read)).found).toEqual([]);
  });
});

test("the types of steps that their node types leave open are told, self-contained", () => {
  const { types } = check(
    automation(
      code(
        "interface Line { sku: string; price: number }\nconst lines: Line[] = [];\nreturn { lines, deal: deal.record, at: new Date(), note: null as string | null, fn: () => 1 };",
      ),
    ),
  );
  expect(types.calc).toBe(
    "{ lines: { sku: string; price: number }[]; deal: Deal; at: string; note: string | null; fn: unknown }",
  );
});

test("a loop's round has the type of an item; text in place of a list is told", () => {
  const item = (code: string) => ({ id: "n2", label: "In", name: "inside", parent: "n1", ...set(formula(code)) });
  const loop = (items: string, code: string) => {
    const made = automation(code1, {
      type: "for-each",
      name: "each",
      config: { items: formula(items), collect: formula("each.item") },
    });
    const nodes = [...made.nodes, item(code)];
    const edges = [...made.edges, { from: "n1", handle: "each", to: "n2" }];
    return check(parseDocument({ ...made, nodes, edges }).document!);
  };
  const code1 = code("return { lines: [{ sku: 'a', price: 1 }] };");

  const fits = loop("calc.lines", "each.item.price * 2");
  expect(fits.found.map(inWords)).toEqual([]);
  expect(fits.types).toMatchObject({
    each: "{ sku: string; price: number }[]",
    "each.round": "{ item: { sku: string; price: number }; index: number }",
  });
  expect(loop("calc.lines", "each.item.pice").found.map(inWords)).toEqual([
    "error values.0.value: each.item has no pice; did you mean price?",
  ]);
  expect(loop("deal.record.Amount", "each.index").found.map(inWords)).toEqual([
    "error items: Amount is a currency; items expects a list.",
  ]);
});

test("a title, a label or a note cannot tell the checker to look away", () => {
  const document = automation(subscriber({ email: formula("deal.record.Amount") }));
  const [start, step] = document.nodes;
  for (const said of ["@ts-nocheck", " @ts-ignore", "@ts-expect-error"]) {
    const nodes = [start!, { ...step!, label: said, policy: { note: `Mind:\n${said}` } }];
    expect(check({ ...document, name: said, nodes }).found.map(inWords)).toEqual([
      "error arguments.email: Amount is a currency; email expects text.",
    ]);
  }
});

test("no condition before a step can ask for what only the step itself has", () => {
  const fixes = (step: Step) => check(automation(step)).found.flatMap(({ fix = [] }) => fix.map(({ kind }) => kind));
  const emails = "([deal.record] as { Email: string | null }[])";
  expect(fixes(set(formula("deal.record.Next_Step.trim()")))).toContain("skip-when-empty");
  expect(fixes(set(formula(`${emails}.map((one) => one.Email.trim())`)))).toEqual(["fallback", "fail-when-empty"]);
});

test("a mail goes to an address", () => {
  const mail = (to: string) => ({
    type: "email",
    config: { to: formula(to), subject: fixed("Hi"), text: fixed("Hello") },
  });
  expect(check(automation(mail("deal.record.Amount"))).found.map(inWords)).toEqual([
    "error to: Amount is a currency; to expects text.",
  ]);
  expect(check(automation(mail("deal.record.Next_Step"))).found.map(inWords)).toEqual([
    "warning to: Next Step may be empty, but to needs a value.",
  ]);
  expect(check(automation(mail("[deal.user.email]"))).found).toEqual([]);
});

test("a type that holds itself ends", () => {
  const { types } = check(
    automation(code("interface T { kids: T[]; name: string }\nreturn { kids: [], name: 'x' } as T;")),
  );
  expect(types.calc).toContain("{ kids: unknown[]; name: string }");
  expect(types.calc!.length).toBeLessThan(2_000);
});

describe("a function's signature", () => {
  const types = "interface Lead { id: string; Email: string | null }";
  const signatureOf = (text: string, name = "f") => answer(programs, { kind: "function", text, name, types }).signature;

  test("is what the checker infers", () => {
    const text = `interface Line { price: number }
const tax = (line: Line) => line.price * 0.2;
export async function f(lead: Lead, lines: Line[], note?: string, times = 1) {
  return { email: lead.Email, tax: lines.map(tax), note, times };
}`;
    expect(signatureOf(text)).toEqual({
      parameters: [
        { name: "lead", type: "Lead", optional: false },
        { name: "lines", type: "{ price: number }[]", optional: false },
        { name: "note", type: "string", optional: true },
        { name: "times", type: "number", optional: true },
      ],
      returnType: "{ email: string | null; tax: number[]; note: string | null; times: number }",
    });
  });

  test("is any where nothing is declared, and nothing where there is no such function", () => {
    expect(signatureOf("export function f(a, b) { return a; }")).toEqual({
      parameters: [
        { name: "a", type: "any", optional: false },
        { name: "b", type: "any", optional: false },
      ],
      returnType: "any",
    });
    expect(signatureOf("const f = 1;")).toBeNull();
  });
});

describe("every sample is sound in the checker's eyes", () => {
  const folder = join(import.meta.dirname, "../../../core/compiler/samples");
  const samples = readdirSync(folder).filter((name) => existsSync(join(folder, name, "expected.ts")));
  /** Those that are about a mistake. */
  const ABOUT_MISTAKES: Record<string, string[]> = {
    "criteria-of-every-kind": ["NEVER_EQUAL", "NEVER_EQUAL"],
    "values-of-every-kind": ["UNKNOWN_PROPERTY"],
  };

  test.each(samples)("%s", (sample) => {
    const { document } = parseDocument(JSON.parse(readFileSync(join(folder, sample, "graph.json"), "utf8")));
    const codes = check(document!).found.map(({ code: key }) => key);
    expect(codes).toEqual(ABOUT_MISTAKES[sample] ?? []);
  });
});

test("10,000 characters of garbage are answered, whatever they are", () => {
  let seed = 20_261_125;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const words =
    "type interface const => { } ( ) [ ] < > ` ${ import export function async 'x' \" / * // \\ é \u2028 # @ ? : ; = 0 null".split(
      " ",
    );
  for (let round = 0; round < 20; round += 1) {
    let text = "";
    while (text.length < 10_000) {
      text +=
        round % 2 === 0 ? `${words[Math.floor(random() * words.length)]} ` : String.fromCharCode(random() * 65_535);
    }
    expect(Array.isArray(answer(programs, { kind: "function", text, name: "f", types: text }).findings)).toBe(true);
    expect(Array.isArray(answer(programs, { kind: "module", text, notes: [], steps: ["f"] }).findings)).toBe(true);
  }
}, 60_000);
