import { describe, expect, it } from "vitest";
import { predictBody, predictFormula, predictFunction } from "@/core/compiler/predict/predict-code";

const MANY = Number.POSITIVE_INFINITY;

describe("a body", () => {
  it.each<[code: string, min: number, max: number]>([
    ["return 1;", 1, 1],
    ["const a = 1;\nlet b = a;\nreturn b;", 3, 3],
    ["if (trigger.a) return 1;\nreturn 2;", 2, 2],
    ["if (trigger.a) { trigger.b; trigger.c; }\nreturn 2;", 2, 4],
    ["let sum = 0;\nfor (let i = 0; i < 10; i++) sum += i;\nreturn sum;", 23, 23],
    ["for (let i = 10; i > 0; i -= 3) trigger.a;", 9, 9],
    ["for (let i = 0; i <= 4; i += 2) for (const x of [1, 2]) trigger.a;", 19, 19],
    ["for (let i = 0; i < 10; i++) { if (trigger.a) break; }", 4, 22],
    ["for (let i = 0; i < 10; i++) { if (trigger.a) i--; }", 1, MANY],
    ["for (let i = 0; i < trigger.n; i++);", 1, MANY],
    ["for (const x of [1, 2, 3]) trigger.a;", 7, 7],
    ["for (const x of [1, ...trigger.list]) trigger.a;", 1, MANY],
    ["for (const x of trigger.list) trigger.a;\nreturn 1;", 2, MANY],
    ["for (const x of []) trigger.a;", 1, 1],
    ["while (trigger.a) trigger.b;", 1, MANY],
    ["do trigger.b; while (trigger.a);", 3, MANY],
    ["for (;;) { if (trigger.a) return 1; }", 4, MANY],
    ["outer: for (const a of [1, 2]) {\n  for (const b of [1, 2]) {\n    continue outer;\n  }\n}", 1 + 2 * 4, 9],
    ["switch (trigger.a) {\n  case 1:\n    trigger.b;\n  case 2:\n    trigger.c;\n    break;\n}", 1, 4],
    ["try { trigger.a; trigger.b; } catch { trigger.c; }", 2, 4],
    ["try { throw 1; } catch { return 1; } finally { trigger.a; }", 3, 4],
    ["try { return 1; } finally { return 2; }", 2, 3],
    ["const twice = (n) => n * 2;\nreturn twice(twice(1));", 4, 4],
    ["const twice = (n) => n * 2;\nreturn trigger.a ? twice(1) : 0;", 2, 3],
    ["function f(a = g()) { return a; }\nfunction g() {}\nreturn f();", 2, 4],
    ["const down = (n) => (n > 0 ? down(n - 1) : 0);\nreturn down(3);", 3, MANY],
    ["return trigger.list.map((x) => x);", 1, MANY],
    ["class A { static { trigger.a; } }\nreturn 1;", 2, MANY],
    ["throw new Error('no');", 1, 1],
    ["return {", 0, MANY],
  ])("%s", (code, min, max) => {
    expect(predictBody(code)).toEqual({ min, max });
  });
});

it("a function counts what stands beside it, and what it calls", () => {
  const source =
    "const rate = 2;\nfunction price(n: number): number {\n  return n * rate;\n}\nexport function total(a: number, b: number) {\n  const first = price(a);\n  return first + price(b);\n}\n";
  expect(predictFunction(source, "total")).toEqual({ min: 5, max: 5 });
  expect(predictFunction(source, "price")).toEqual({ min: 2, max: 2 });
  expect(predictFunction(source, "nobody")).toEqual({ min: 0, max: MANY });
});

it("a formula counts nothing unless it holds functions", () => {
  expect(predictFormula("a.b + c(1)")).toEqual({ min: 0, max: 0 });
  expect(predictFormula("[{ a: b(1) }]")).toEqual({ min: 0, max: 0 });
  expect(predictFormula("list.map((x) => x)")).toEqual({ min: 0, max: MANY });
  expect(predictFormula("(")).toEqual({ min: 0, max: 0 });
});
