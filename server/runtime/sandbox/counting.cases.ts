// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is code of the users.
/** The body of a code node, and how many statements it counts, by line where that is said too. */
export interface CountedCode {
  name: string;
  code: string;
  statements: number;
  lines?: Record<string, number>;
}

/** Code that ends. `docs/statement-counting.md` is the rule. */
export const FINITE_CODE: CountedCode[] = [
  {
    name: "each line has its own count",
    code: "let sum = 0;\nfor (const item of [1, 2, 3]) {\n  sum += item;\n}\nreturn sum;",
    statements: 9,
    lines: { 1: 1, 2: 4, 3: 3, 5: 1 },
  },
  {
    name: "constants that are counted together stand on their lines all the same",
    code: "const a = 1;\nconst b = 2; const c = 3;\n\nreturn a +\n  b + c;",
    statements: 4,
    lines: { 1: 1, 2: 2, 4: 1 },
  },
  {
    name: "a loop whose body is one statement on the line below",
    code: "let n = 0;\nwhile (n < 4)\n  n++;\nreturn n;",
    statements: 11,
    lines: { 1: 1, 2: 5, 3: 4, 4: 1 },
  },
  { name: "do … while", code: "let n = 0;\ndo n++; while (n < 3);\nreturn n;", statements: 9 },
  {
    name: "a generator counts what its body executes, as far as it is asked",
    code: "function* numbers() {\n  yield 1;\n  yield 2;\n  yield 3;\n}\nconst [first, second] = numbers();\nreturn second;",
    statements: 4,
    lines: { 2: 1, 3: 1, 6: 1, 7: 1 },
  },
  {
    name: "the spread of a generator",
    code: "function* numbers() {\n  for (let i = 0; i < 3; i++) yield i;\n}\nreturn [...numbers()];",
    statements: 8,
    lines: { 2: 7, 4: 1 },
  },
  {
    name: "fields of classes count for each object, static ones once, functions and constants never",
    code: "const one = () => 1;\nclass Box {\n  a = one();\n  b = 2;\n  c = () => 3;\n  static d = one();\n}\nnew Box();\nreturn new Box().a;",
    // `one` 1; the class 1; d and its call 2; two objects: a and its call, 4; new 1; return 1.
    statements: 10,
    lines: { 1: 4, 2: 1, 3: 2, 6: 1, 8: 1, 9: 1 },
  },
  {
    name: "a static block and an anonymous class that is a field keep their names",
    code: "class Outer {\n  static Inner = class {};\n  static handler = () => 1;\n  static {\n    this.ready = true;\n  }\n}\nreturn [Outer.Inner.name, Outer.handler.name, Outer.ready];",
    statements: 4,
  },
  {
    name: "defaults of parameters count when they are used, constants never",
    code: "const next = () => 1;\nconst add = (a, b = next(), { c = next() } = {}, d = 4) => a + b + c + d;\nadd(1);\nreturn add(1, 2, { c: 3 });",
    // Two constants; add(1): a call 1, b 1 + 1, {} 1, c 1 + 1; the other: 1; two statements.
    statements: 11,
  },
  {
    name: "a default keeps the name it gives to a function",
    code: "const f = (g = () => 1) => g.name;\nreturn f();",
    statements: 3,
  },
  {
    name: "a function without statements counts each call",
    code: "function nothing() {}\nnothing();\nnothing();\nreturn 1;",
    statements: 5,
  },
  {
    name: "a getter and a setter count what they execute",
    code: "const o = { get a() { return 1; }, set a(v) { o.b = v; } };\no.a = o.a;\nreturn o.b;",
    statements: 5,
  },
  {
    name: "toString, valueOf and Symbol.toPrimitive",
    code: 'const a = { toString() { return "a"; } };\nconst b = { valueOf() { return 1; } };\nconst c = { [Symbol.toPrimitive]() { return 2; } };\nreturn `${a}` + b + c;',
    statements: 7,
  },
  {
    name: "a proxy",
    code: "const p = new Proxy({}, { get: (_, key) => key, has() { return true; } });\nreturn p.a + (1 in p);",
    statements: 4,
  },
  {
    name: "a tagged template",
    code: "const tag = (texts, ...values) => values.length;\nreturn tag`a${1}b${2}`;",
    statements: 3,
  },
  {
    name: "labels",
    code: "let n = 0;\nouter: for (const a of [1, 2]) {\n  inner: for (const b of [1, 2]) {\n    n++;\n    continue outer;\n  }\n}\nreturn n;",
    statements: 13,
  },
  { name: "a label for a block", code: "out: {\n  break out;\n}\nreturn 1;", statements: 2 },
  {
    name: "a comma and a choice are part of their statement",
    code: "let n = 0;\nn++, n++, n > 1 ? n++ : n--;\nreturn n;",
    statements: 3,
  },
  {
    name: "computed keys and defaults while taking apart",
    code: 'const f = () => "k";\nconst { [f()]: value = f() } = {};\nreturn value;',
    statements: 5,
  },
  {
    name: "a throw in finally",
    code: "try {\n  try {\n    throw 1;\n  } finally {\n    throw 2;\n  }\n} catch (error) {\n  return error;\n}",
    statements: 5,
  },
  {
    name: "arrows that give arrows",
    code: "const add = (a) => (b) => (c) => a + b + c;\nreturn add(1)(2)(3);",
    statements: 5,
  },
  {
    name: "new.target",
    code: "function Made() {\n  this.ok = new.target === Made;\n}\nreturn new Made().ok;",
    statements: 2,
  },
  { name: "a reviver of JSON", code: "return JSON.parse('[1, 2]', (key, value) => value);", statements: 4 },
  { name: "what a sort is given", code: "return [2, 1].sort((a, b) => a - b);", statements: 2 },
  { name: "what a replace is given", code: 'return "aaa".replace(/a/g, () => "b");', statements: 4 },
  {
    name: "a call that may be left out",
    code: "const f = null;\nconst g = { h: () => 1 };\nreturn f?.() ?? g?.h?.();",
    statements: 4,
  },
  {
    name: "for await",
    code: "async function* numbers() {\n  yield 1;\n  yield 2;\n}\nlet sum = 0;\nfor await (const n of numbers()) sum += n;\nreturn sum;",
    statements: 9,
  },
  {
    name: "async recursion",
    code: "async function down(n) {\n  if (n === 0) return 0;\n  await null;\n  return down(n - 1);\n}\nreturn await down(3);",
    statements: 12,
  },
  {
    name: "a switch that falls through",
    code: "let n = 0;\nswitch (1) {\n  case 1:\n    n++;\n  case 2:\n    n++;\n    break;\n  default:\n    n = 9;\n}\nreturn n;",
    statements: 6,
  },
  {
    name: "methods, and an accessor of a class",
    code: "class A {\n  #x = 1;\n  get x() { return this.#x; }\n  double() { return this.x * 2; }\n}\nreturn new A().double();",
    statements: 4,
  },
];

/** Code that never ends by itself, whose statements the limit ends. */
export const ENDLESS_CODE: Record<string, string> = {
  "a loop without a body": "for (;;);",
  "while, with a body of nothing": "while (true) {}",
  "do … while": "do {} while (true);",
  "a label that is continued": "again: while (true) continue again;",
  "a label named like the counter": "$s: for (;;) continue $s;",
  "an arrow that fills a list for ever":
    "for (const x of { [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) });",
  "the spread of a generator without end": "function* f() { for (;;) yield; }\nreturn [...f()];",
  "a spread whose next has an empty body":
    "class R {}\nreturn [...{ [Symbol.iterator]: () => ({ next: function () { return new R(); } }) }];",
  "for await over a generator": "async function* f() { for (;;) yield 1; }\nfor await (const x of f());",
  "async recursion": "async function f() { await null; return f(); }\nreturn await f();",
  "recursion by then": "const f = () => Promise.resolve().then(f);\nawait f();",
  "a thenable": "const t = { then(resolve) { resolve(t); } };\nawait t;",
  "a getter that is then": "const t = { get then() { return (resolve) => resolve(t); } };\nawait t;",
  "a catch around it": "for (;;) { try { for (;;); } catch {} }",
  "a finally that goes on": "for (;;) { try { for (;;); } finally { continue; } }",
  "a getter in the head of a loop": "const o = { get on() { return true; } };\nwhile (o.on);",
  "valueOf in the head of a loop": "const o = { valueOf: () => 1 };\nfor (; o < 2; );",
  "a proxy that is iterated":
    'const p = new Proxy([], { get: (_, key) => key === "length" ? 1e9 : key === Symbol.iterator ? Array.prototype.values : 1 });\nfor (const x of p);',
  "an array that grows while it is walked":
    "const list = [0];\nlist.forEach(() => { list.push(0); });\nfor (const x of list) list.push(x);",
  "a map that grows while it is walked":
    "const map = new Map([[0, 0]]);\nlet n = 0;\nmap.forEach(() => map.set(++n, 0));",
  "a tagged template": "const tag = () => tag;\nlet f = tag;\nfor (;;) f = f`x`;",
  "a static block": "class A { static { for (;;); } }",
  "a reviver that goes on": 'const f = () => JSON.parse("[1]", () => 1);\nfor (;;) f();',
  "a comparison while sorting": "[2, 1].sort(() => { for (;;); });",
  "a replacement": '"a".replace("a", () => { for (;;); });',
  "a constructor": "class A { constructor() { for (;;); } }\nnew A();",
  toPrimitive: "`${{ [Symbol.toPrimitive]() { for (;;); } }}`;",
  "toJSON of what is returned": "return { toJSON() { for (;;); } };",
  "a switch in a loop": "for (;;) switch (1) { case 1: continue; }",
  "arguments that are changed": "(function () { for (; arguments[0]; ); })(1);",
};

/** Code that goes on where nobody waits for it, until the limit: then the step waits for ever. */
export const UNAWAITED_CODE: Record<string, string> = {
  "async recursion that nobody awaits": "async function f() { await null; f(); }\nf();\nawait new Promise(() => {});",
  "recursion in a default": "async function f(x = Promise.resolve().then(f)) {}\nf();\nawait new Promise(() => {});",
  "a default that fails after it has called itself":
    "async function f(x = (Promise.resolve().then(f).catch(() => {}), null.x)) { return 1; }\nf().catch(() => {});\nawait new Promise(() => {});",
  "recursion in a field":
    "class A { x = Promise.resolve(A).then(make); }\nconst make = Reflect.construct.bind(null, A, []);\nnew A();\nawait new Promise(() => {});",
};

/** Names that would come near the counter: refused before anything runs. */
export const REFUSED_CODE: Record<string, string> = {
  "a variable": "const $s = { t() {} };",
  "var, which is hoisted": "for (;;) { var $s = null; }",
  "a function": "function $s() {}",
  "a class": "class $s {}",
  "a parameter": "return (($s) => 1)();",
  "a pattern in a parameter": "return (({ a: [$s] }) => 1)({ a: [1] });",
  "a rest": "return ((...$s) => 1)();",
  "what is caught": "try { throw 1; } catch ($s) {}",
  "the name of a function expression": "return (function $s() {})();",
  "the name of a class expression": "return class $s {}.name;",
  "an assignment": "$s = null;",
  "a method of it": "$s.t = () => {};",
  "a shorthand": "return { $s };",
  "a head of a loop": "for (const $s of [1]);",
  "an escape": "\\u0024s.t = () => {};",
  "an escape with braces": "const \\u{24}s = 1;",
  "an escape in the other letter": "const $\\u0073 = 1;",
  "the factory's own name": "const $m = 1;",
  with: "with ({ $s: { t() {} } }) { for (;;); }",
  eval: 'eval("1");',
  "eval by an escape": '\\u0065val("1");',
  "eval as a variable": "const eval = 1;",
  "the function constructor": 'new Function("for (;;);")();',
  "an import": 'await import("x");',
  "import.meta": "return import.meta;",
  "what stands outside": "globalThis.x = 1;",
};

/** Ways to make code out of text: the sandbox has none. */
export const MADE_CODE: Record<string, string> = {
  "the constructor of a constructor": 'return ({}).constructor.constructor("for (;;);")();',
  "the constructor of an arrow": 'return (() => {}).constructor("for (;;);")();',
  "the constructor of an async function": 'return (async () => {}).constructor("for (;;);")();',
  "the constructor of a generator": 'return (function* () {}).constructor("for (;;);")().next();',
  "the constructor of a function, reflected": 'return Reflect.construct((() => {}).constructor, ["for (;;);"])();',
};

/** What the engine does without end and without a statement, or too deep: other limits end it. */
export const OTHER_LIMITS: Record<string, string> = {
  "generators that give way to themselves": "function* f() { yield 1; yield* f(); }\nfor (const x of f());",
  "a thenable that is one of the engine's own functions":
    "const t = {};\nt.then = Array.prototype.forEach.bind([t]);\nawait t;",
  "a set of what never ends": "new Set({ [Symbol.iterator]: () => ({ next: Object }) });",
};
