import { expect, test } from "vitest";
import { dataPath, memberCode, valueAtPath } from "@/components/editor/data/data-path";
import { dataTree } from "@/components/editor/data/data-tree";
import { typeShape } from "@/components/editor/data/type-shape";
import { insertChip, partsOf, removePart, valueFrom } from "@/components/editor/data/value-parts";
import { literal } from "@/core/values/value";

test("a formula that only names data is a path, any other is none", () => {
  expect(dataPath("start.record.Email")).toEqual(["start", "record", "Email"]);
  expect(dataPath('answer?.body["first name"][0]')).toEqual(["answer", "body", "first name", "0"]);
  expect(dataPath("start.record.Email.trim()")).toBeNull();
  expect(dataPath("a + b")).toBeNull();
});

test("members are written so that they can be read again", () => {
  expect(dataPath(memberCode(memberCode("a", "b c"), 2))).toEqual(["a", "b c", "2"]);
  expect(valueAtPath({ a: { "b c": [1, 2, 3] } }, ["a", "b c", "2"])).toBe(3);
  expect(valueAtPath({ a: {} }, ["a", "constructor"])).toBeUndefined();
});

test("a type is read as far as one can insert from it", () => {
  expect(typeShape("{ id: string; tags?: string[]; of: { n: number } | null }")).toEqual({
    kind: "object",
    fields: [
      { name: "id", optional: false, shape: { kind: "name", name: "string" } },
      { name: "tags", optional: true, shape: { kind: "list", of: { kind: "name", name: "string" } } },
      {
        name: "of",
        optional: false,
        shape: { kind: "object", fields: [{ name: "n", optional: false, shape: { kind: "name", name: "number" } }] },
      },
    ],
  });
});

test("a file unfolds into what people see of it, and its handle is inserted as one", () => {
  const example = { file: "f1", name: "a.pdf", type: "application/pdf", size: 3 };
  const type = "{ status: number; body: FileValue | null }";
  const root = { label: "Answer", name: "answer", type, example: { status: 200, body: example }, mayBeEmpty: false };
  const body = dataTree(root, { modules: [], functions: [], connections: [] } as never).children[1]!;
  expect(body).toMatchObject({ code: "answer.body", example });
  expect(body.children.map(({ label, code, type, example }) => [label, code, type, example])).toEqual([
    ["Name", "answer.body.name", "text", "a.pdf"],
    ["Type", "answer.body.type", "text", "application/pdf"],
    ["Size", "answer.body.size", "number", 3],
  ]);
});

test("a record unfolds into its fields by their labels, with the example's values", () => {
  const email = { apiName: "Email", label: "E-mail", type: "email", required: false, unique: false } as const;
  const module = {
    apiName: "Leads",
    singular: "Lead",
    plural: "Leads",
    nameField: "Email",
    nameFields: ["Email"],
    fields: [email],
  };
  const context = { modules: [module], functions: [], connections: [], services: [] };
  const example = { record: { id: "1", Email: "maria@rossi.it" } };
  const tree = dataTree(
    { label: "Start", name: "start", type: "{ record: Lead }", example, mayBeEmpty: false },
    context,
  );
  expect(tree.children[0]).toMatchObject({ label: "Lead", code: "start.record" });
  expect(tree.children[0]!.children[0]).toMatchObject({
    label: "E-mail",
    code: "start.record.Email",
    example: "maria@rossi.it",
  });
});

test("a list that nobody has seen yet shows what its first item has", () => {
  const context = { modules: [], functions: [], connections: [], services: [] };
  const type = "{ lines: { sku: string }[]; tags: string[] }";
  const tree = dataTree({ label: "Calc", name: "calc", type, example: undefined, mayBeEmpty: false }, context);
  expect(tree.children[0]!.children[0]!.children[0]).toMatchObject({ label: "Sku", code: "calc.lines[0].sku" });
  expect(tree.children[1]!.children).toEqual([]);
});

test("text, a chip alone and a mix become a fixed value, a formula and a template", () => {
  expect(valueFrom(["Hello"])).toEqual(literal("Hello"));
  expect(valueFrom(["", { code: "a.b" }, ""])).toEqual({ kind: "expression", code: "a.b" });
  expect(valueFrom(["Hi ", { code: "a.b" }, "!"])).toEqual({ kind: "template", parts: ["Hi ", { code: "a.b" }, "!"] });
  expect(valueFrom(["", ""])).toBeUndefined();
});

test("a chip goes where the caret was, and taking it away joins the texts again", () => {
  const mixed = insertChip(["Hi there"], "a.b", { part: 0, offset: 3 });
  expect(mixed).toEqual(["Hi ", { code: "a.b" }, "there"]);
  expect(removePart(mixed, 1)).toEqual(["Hi there"]);
});

test("a formula that computes is no text with data", () => {
  expect(partsOf({ kind: "expression", code: "a.b" })).toEqual(["", { code: "a.b" }, ""]);
  expect(partsOf({ kind: "expression", code: "a.b + 1" })).toBeNull();
});
