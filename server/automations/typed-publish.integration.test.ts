import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json } from "@/core/values/json";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let builder: Caller;

beforeAll(async () => {
  test = await createTestApp();
  builder = await createCaller(test, "builder");
});
afterAll(() => test.close());

/** A button on a deal that gives its field to a step. */
const document = (name: string, ...steps: { type: string; name: string; config: Record<string, Json> }[]) => {
  const nodes = [
    { id: "start", type: "button", name: "deal", label: "Press", config: { module: "Deals", label: name } },
    ...steps.map((step, at) => ({ id: `n${at}`, label: `Step ${at}`, ...step })),
  ];
  const edges = nodes.slice(1).map(({ id }, at) => ({ from: nodes[at]!.id, handle: "then", to: id }));
  return { format: "millrace/automation", schemaVersion: 1, name, nodes, edges };
};
const update = (field: string, code: string) => ({
  type: "record.update",
  name: "changed",
  config: {
    module: "Deals",
    id: { kind: "expression", code: "deal.record.id" },
    fields: { [field]: { kind: "expression", code } },
  },
});

const create = (made: ReturnType<typeof document>) =>
  builder.api.automations.create({ name: made.name, document: made });

describe("publishing", () => {
  it("is refused for a value of the wrong kind, with the step, the field and the words", async () => {
    const { id, revision } = await create(document("Wrong kind", update("Deal_Name", "deal.record.Amount")));
    const found = {
      code: "WRONG_KIND",
      severity: "error",
      nodeId: "n0",
      field: "fields.Deal_Name",
      params: { subject: "Amount", is: "currency", target: "Deal Name", expects: "text" },
    };
    await expect(builder.api.automations.publish({ id, revision })).rejects.toMatchObject({
      cause: { code: "CANNOT_PUBLISH", params: { count: 1 }, details: { diagnostics: [found] } },
    });
    expect((await builder.api.automations.publishPreview({ id })).diagnostics).toMatchObject([found]);
    expect((await builder.api.automations.get({ id })).live).toBeNull();
  });

  it("is refused for a field that a record does not have", async () => {
    const { id, revision } = await create(document("Misspelt", update("Deal_Name", "deal.record.Deal_Nmae")));
    await expect(builder.api.automations.publish({ id, revision })).rejects.toMatchObject({
      cause: {
        code: "CANNOT_PUBLISH",
        details: { diagnostics: [{ code: "UNKNOWN_PROPERTY", params: { nearest: "Deal_Name" } }] },
      },
    });
  });

  it("goes on with a warning for a value that may be empty", async () => {
    const { id, revision } = await create(document("May be empty", update("Deal_Name", "deal.record.Next_Step")));
    const { diagnostics, number } = await builder.api.automations.publish({ id, revision });
    expect(number).toBe(1);
    expect(diagnostics).toMatchObject([{ code: "MAY_BE_EMPTY", severity: "warning", field: "fields.Deal_Name" }]);
    expect(diagnostics[0]!.fix!.map(({ kind }) => kind)).toEqual(["fallback", "skip-when-empty", "fail-when-empty"]);
  });

  it("is not let through unchecked: while the checker cannot be asked it says so, and editing goes on", async () => {
    const { id, revision } = await create(document("Unchecked", update("Deal_Name", "deal.record.Amount")));
    const { typeChecker } = test.app;
    test.app.typeChecker = { ...typeChecker, ask: async () => null };
    try {
      await expect(builder.api.automations.publish({ id, revision })).rejects.toMatchObject({
        cause: { code: "UNAVAILABLE" },
      });
      expect(await builder.api.automations.check({ id })).toEqual({ revision, diagnostics: [], typed: null });
      expect((await builder.api.automations.get({ id })).live).toBeNull();
    } finally {
      test.app.typeChecker = typeChecker;
    }
  });
});

describe("checking while one edits", () => {
  it("finds what the compiler finds and what the types tell, and says what steps give", async () => {
    const code = { type: "code", name: "calc", config: { code: "return { total: 1, lines: [{ sku: 'a' }] };" } };
    const { id, revision } = await create(document("Checked", code, update("Amount", "calc.totl")));
    expect(await builder.api.automations.check({ id })).toMatchObject({
      revision,
      diagnostics: [{ code: "UNKNOWN_PROPERTY", nodeId: "n1", field: "fields.Amount" }],
      typed: { types: { calc: "{ total: number; lines: { sku: string }[] }" } },
    });
  });

  it("asks nothing of a draft that does not compile", async () => {
    const { id } = await create(document("Broken", update("Amount", "mystery")));
    const { diagnostics, typed } = await builder.api.automations.check({ id });
    expect(diagnostics.map(({ code }) => code)).toEqual(["UNKNOWN_NAME"]);
    expect(typed).toEqual({ diagnostics: [], types: {} });
  });
});

describe("a function", () => {
  it("has the signature the checker infers, and types that do not fit only warn", async () => {
    const source = `interface Line { price: number }
const sum = (lines: Line[]) => lines.reduce((all, line) => all + line.price, 0);
export function price(lines: Line[], lead: Lead, rate = 1) {
  const wrong: number = lead.Emial;
  return { total: sum(lines) * rate, email: lead.Email };
}
`;
    const { id } = await builder.api.functions.create({ source });
    const { signature } = await builder.api.functions.get({ id });
    expect(signature).toEqual({
      parameters: [
        { name: "lines", type: "{ price: number }[]", optional: false },
        { name: "lead", type: "Lead", optional: false },
        { name: "rate", type: "number", optional: true },
      ],
      returnType: "{ total: number; email: string | null }",
    });
    const expected = [{ code: "UNKNOWN_PROPERTY", severity: "error", params: { line: 4, nearest: "Email" } }];
    expect((await builder.api.functions.check({ source }))?.diagnostics).toMatchObject(expected);
    const { revision } = await builder.api.functions.saveDraft({ id, source: `${source}\n`, revision: 1 });
    const published = await builder.api.functions.publish({ id, revision });
    expect(published).toMatchObject({ version: 2, diagnostics: expected });
  });
});
