import { expect, test } from "vitest";
import { readUserCode } from "@/core/values/read-user-code";

const freeIn = (code: string) => [...new Set(readUserCode("body", code).free.map((use) => use.name))];

test.each([
  ["return lead.Email;", ["lead"]],
  ["const lead = 1;\nreturn lead;", []],
  ["return items.map((item) => item.lead + lead);", ["items", "lead"]],
  ["{\n  const lead = 1;\n}\nreturn lead;", ["lead"]],
  ["if (true) {\n  var lead = 1;\n}\nreturn lead;", []],
  ["const { a, b: { c = d } } = lead;\nreturn a + c;", ["d", "lead"]],
  ["return { lead };", ["lead"]],
  ["return { lead: 1 }.lead;", []],
  ["return again();\nfunction again(n = lead) {\n  return n;\n}", ["lead"]],
  ["try {\n  throw 1;\n} catch (lead) {\n  return lead;\n}", []],
  ["for (const lead of leads) console.log(lead);", ["leads"]],
  ["lead: for (;;) break lead;", []],
  ["class Lead extends Base {\n  own = lead;\n  lead() {}\n}\nreturn new Lead();", ["Base", "lead"]],
  ["const typed: Lead = other as unknown as Lead;\nreturn typed;", ["other"]],
  ["return Math.max(...[1, 2]) + JSON.stringify(undefined).length;", []],
])("%s reads %j from outside", (code, names) => {
  expect(freeIn(code)).toEqual(names);
});

test.each([
  ["lead.Email", false],
  ["lead?.Email", true],
  ["lead ?? other", true],
  ["lead", true],
  ["(lead).Email", false],
])("in %s a missing step does no harm: %s", (formula, guarded) => {
  expect(readUserCode("formula", formula).free[0]).toMatchObject({ name: "lead", guarded });
});

test.each([
  ["$s.t = () => {};", "$s"],
  ["\\u0024s.t = () => {};", "$s"],
  ["const $own = 1;", "$own"],
  ["run.return();", "run"],
  ["new Function('return 1');", "Function"],
  ["eval('1');", "eval"],
])("%s is refused for %s", (code, name) => {
  expect(readUserCode("body", code).forbidden).toMatchObject([{ name, line: 1 }]);
});

test("members may be called what names may not", () => {
  expect(readUserCode("body", "return order.$ref + order.run;").forbidden).toEqual([]);
});

test("the line of a mistake is the user's own", () => {
  expect(readUserCode("body", "const a = 1;\nconst b: number = ;\nreturn a;").fault).toMatchObject({ line: 2 });
});

test.each(["(1 + 2)", "({ a: 1 })", "((value))", " (a) + (b) ", "(() => 1)()", "(a).b"])(
  "a formula between brackets is one formula: %s",
  (code) => {
    expect(readUserCode("formula", code).fault).toBeNull();
  },
);

test.each(["(1) 2", "(1))", "(1", "({ a: 1 }"])("brackets that do not fit are a fault: %s", (code) => {
  expect(readUserCode("formula", code).fault).toMatchObject({ reason: "syntax" });
});
