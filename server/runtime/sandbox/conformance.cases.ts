import type { ErrorCode } from "@/core/execution/errors";
import type { ExecutionLimits } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";
import { LENT_CASES } from "@/server/runtime/sandbox/lent.cases";
import { LOOP_CASES } from "@/server/runtime/sandbox/loops.cases";
import { RETRY_CASES } from "@/server/runtime/sandbox/retries.cases";
import type { EffectAnswer, EffectRequest, KnownStep } from "@/server/runtime/sandbox/sandbox";

/**
 * What every sandbox must do with one program. The body stands below `run.start(…)` on line 1, so its first line is 2;
 * node `a` has the id "node-a".
 */
export interface ConformanceCase {
  name: string;
  body: string;
  limits?: Partial<ExecutionLimits>;
  /** What effects are answered, where it is not `{ id: "1" }`. */
  answer?: (effect: EffectRequest) => EffectAnswer;
  known?: KnownStep[];
  variables?: Record<string, Json>;
  /** How the steps stand at the end, in the order of their ends: "a 0.1 #2 failed, handled". */
  steps?: string[];
  expected: { output: Json } | { code: ErrorCode; nodeId?: string; line?: number; message?: string };
}

/** A code step `a` around the user's lines, which begin on line 3; it gives what they return. */
const code = (lines: string) => `const a = await run.code("a", ($s) => null, ($s) => async () => {
${lines}
});
return run.return("b", ($s) => a);`;

/** A formula as step `a`. */
const formula = (text: string) => `const a = await run.set("a", ($s) => (
${text}
));
return run.return("b", ($s) => a);`;

const ticks = (count: number) => `for (let index = 0; index < ${count}; index++) { $s.t(); }`;

const threw = (message: string, line = 3): ConformanceCase["expected"] => ({
  code: "CODE_THREW",
  nodeId: "node-a",
  line,
  message,
});

const LIMITS_CASES: ConformanceCase[] = [
  { name: "5,000 statements are allowed", body: code(`${ticks(5_000)} return "done";`), expected: { output: "done" } },
  {
    name: "5,001 statements are not",
    body: code(ticks(5_001)),
    expected: { code: "STATEMENT_LIMIT", nodeId: "node-a", line: 3 },
  },
  {
    name: "a loop that never ends reaches the statement limit",
    body: code("for (;;) {\n$s.t();\n}"),
    expected: { code: "STATEMENT_LIMIT", nodeId: "node-a", line: 4 },
  },
  {
    name: "a catch does not get past the statement limit",
    body: code("for (;;) { try { for (;;) { $s.t(); } } catch {} $s.t(); }"),
    expected: { code: "STATEMENT_LIMIT", nodeId: "node-a" },
  },
  {
    name: "a limit that code caught ends its step all the same",
    body: code(`try { ${ticks(5_001)} } catch {}\nreturn "as if nothing had been";`),
    expected: { code: "STATEMENT_LIMIT", nodeId: "node-a", line: 3 },
  },
  {
    name: "every call of a function has its own count",
    body: `for (const node of ["a", "b", "c"]) await run.code(node, ($s) => null, ($s) => () => { ${ticks(5_000)} });
return run.return("d", ($s) => "done");`,
    expected: { output: "done" },
  },
  {
    name: "the execution's count goes over all steps",
    limits: { statementsPerExecution: 9_000 },
    body: `await run.code("a", ($s) => null, ($s) => () => { ${ticks(5_000)} });
await run.code("b", ($s) => null, ($s) => () => { ${ticks(5_000)} });`,
    expected: { code: "EXECUTION_STATEMENT_LIMIT", nodeId: "node-b", line: 3 },
  },
  {
    name: "an *if it fails* line does not deal with the execution's limits",
    limits: { statementsPerExecution: 4_000 },
    body: `await run.attempt(() => run.code("a", ($s) => null, ($s) => () => { ${ticks(5_000)} }));
return run.return("b", ($s) => "went on");`,
    expected: { code: "EXECUTION_STATEMENT_LIMIT", nodeId: "node-a" },
  },
  {
    name: "a formula that never ends is stopped by time",
    limits: { activeTimeMs: 300 },
    body: formula("(() => { for (;;); })()"),
    expected: { code: "TIME_LIMIT", nodeId: "node-a" },
  },
  {
    name: "catching in a loop does not get past the time limit",
    limits: { activeTimeMs: 300 },
    body: code("for (;;) { try { for (;;); } catch {} finally { continue; } }"),
    expected: { code: "TIME_LIMIT", nodeId: "node-a" },
  },
  {
    name: "nor does an async function that swallows its own end",
    limits: { activeTimeMs: 300 },
    body: code("const spin = async () => { for (;;); };\nfor (;;) { $s.t(); await spin().catch(() => {}); }"),
    expected: { code: "TIME_LIMIT", nodeId: "node-a" },
  },
  {
    name: "a loop inside the engine that nothing can interrupt is killed",
    limits: { activeTimeMs: 300 },
    body: code("const list = []; list.length = 4294967295; return list.join();"),
    expected: { code: "TIME_LIMIT", nodeId: "node-a" },
  },
  {
    name: "code that calls itself without end",
    body: code("const again = () => 1 + again();\nreturn again();"),
    expected: { code: "STACK_LIMIT", nodeId: "node-a", line: 3 },
  },
  {
    name: "JSON that nests without end",
    body: code("let nested = []; for (let i = 0; i < 100000; i++) nested = [nested]; return nested;"),
    expected: { code: "STACK_LIMIT", nodeId: "node-a" },
  },
  {
    name: "JSON that nests deeper than 200 levels",
    body: code("let nested = []; for (let i = 0; i < 201; i++) nested = [nested]; return nested;"),
    expected: { code: "OUTPUT_NOT_JSON", nodeId: "node-a" },
  },
  {
    name: "memory that grows without end",
    body: code("const all = []; for (;;) all.push(new Array(10000).fill(1));"),
    expected: { code: "MEMORY_LIMIT", nodeId: "node-a", line: 3 },
  },
  {
    name: "one huge string",
    body: code(`let text = "x"; for (let i = 0; i < 40; i++) text += text; return text.length;`),
    expected: { code: "CODE_THREW", nodeId: "node-a", line: 3, message: "InternalError: string too long" },
  },
  {
    name: "an output larger than its limit",
    limits: { outputBytes: 1_000 },
    body: code(`return "é".repeat(600);`),
    expected: { code: "OUTPUT_LIMIT", nodeId: "node-a" },
  },
  {
    name: "a log larger than its limit",
    limits: { logBytesPerStep: 1_000 },
    body: code(`for (;;) $s.console.log("and again");`),
    expected: { code: "LOG_LIMIT", nodeId: "node-a", line: 3 },
  },
  {
    name: "more steps than allowed",
    limits: { steps: 3 },
    body: `for (const node of ["a", "b", "c", "d"]) await run.set(node, ($s) => 1);`,
    expected: { code: "STEP_LIMIT", nodeId: "node-c" },
  },
  {
    name: "more effects than allowed",
    limits: { hostCalls: 2 },
    body: code(`for (let i = 0; i < 3; i++) await $s.records.get("Leads", String(i));`),
    expected: { code: "HOST_CALL_LIMIT", nodeId: "node-a", line: 3 },
  },
  {
    name: "a promise that nobody resolves",
    body: code("await new Promise(() => {});"),
    expected: { code: "WAITS_FOREVER", nodeId: "node-a" },
  },
];

const ESCAPE_CASES: ConformanceCase[] = [
  { name: "eval", body: code(`return eval("1 + 1");`), expected: threw("TypeError: eval is not supported") },
  {
    name: "eval by another name",
    body: code(`return (0, globalThis.eval)("1 + 1");`),
    expected: threw("TypeError: eval is not supported"),
  },
  {
    name: "the function constructor",
    body: code(`return new Function("return 1")();`),
    expected: threw("TypeError: eval is not supported"),
  },
  {
    name: "the constructor of a constructor",
    body: code(`return ({}).constructor.constructor("return globalThis")();`),
    expected: threw("TypeError: eval is not supported"),
  },
  {
    name: "the constructors of async and generator functions",
    body: code(`const makers = [async () => {}, function* () {}, async function* () {}];
return makers.map((make) => { try { make.constructor("return 1"); return "made"; } catch (error) { return error.message; } });`),
    expected: { output: ["eval is not supported", "eval is not supported", "eval is not supported"] },
  },
  {
    name: "modules",
    body: code(`return await import("node:fs").then(() => "imported", () => "refused");`),
    expected: { output: "refused" },
  },
  {
    name: "what the host has",
    body: code(
      `return [typeof process, typeof require, typeof fetch, typeof setTimeout, typeof performance, typeof gc];`,
    ),
    expected: { output: Array.from({ length: 6 }, () => "undefined") },
  },
  {
    name: "globals as a place to keep things",
    body: code("globalThis.kept = 1;"),
    expected: threw("TypeError: object is not extensible"),
  },
  {
    name: "changing what every object has",
    body: code(`const before = [
  () => { Object.prototype.polluted = 1; },
  () => { Object.prototype.toString = () => "mine"; },
  () => { Array.prototype.push = () => 0; },
  () => { JSON.stringify = () => "0"; },
  () => { Promise.prototype.then = () => {}; },
  () => { Promise.prototype.constructor = null; },
  () => { Function.prototype.call = null; },
  () => { Object.getPrototypeOf(async () => {}).x = 1; },
  () => { Object.defineProperty(Array.prototype, Symbol.iterator, { value: null }); },
  () => { Object.setPrototypeOf(Array.prototype, { map: null }); },
  () => { Math.random = () => 0; },
  () => { Error.prepareStackTrace = () => "mine"; },
];
return before.map((change) => { try { change(); return "changed"; } catch (error) { return error.name; } });`),
    expected: { output: Array.from({ length: 12 }, () => "TypeError") },
  },
  {
    name: "what people write on their own objects still works",
    body: code(`class Refused extends Error { constructor(text) { super(text); this.name = "Refused"; } toString() { return "no"; } }
const own = {}; own.toString = () => "mine"; own.constructor = 1; own.valueOf = () => 7;
const error = new Refused("x"); error.message = "y";
return [String(own), own + 1, own.constructor, error.name, error.message, String(error), Object.keys(own)];`),
    expected: { output: ["mine", 8, 1, "Refused", "y", "no", ["toString", "constructor", "valueOf"]] },
  },
  {
    name: "inputs cannot be changed",
    body: `const a = await run.set("a", ($s) => ({ list: [1] }));
const b = await run.code("b", ($s) => a, ($s) => (input) => { input.list.push(2); });`,
    expected: { code: "CODE_THREW", nodeId: "node-b", line: 3 },
  },
  {
    name: "an output that changes after it was returned",
    body: `const kept = [];
const a = await run.code("a", ($s) => null, ($s) => () => { kept.push([1]); return kept[0]; });
await run.code("b", ($s) => null, ($s) => () => { kept[0].push(2); });
return run.return("c", ($s) => a);`,
    expected: { output: [1] },
  },
];

const THROWN_CASES: ConformanceCase[] = [
  { name: "an error", body: code(`\nthrow new TypeError("no");`), expected: threw("TypeError: no", 4) },
  { name: "text", body: code(`throw "no";`), expected: { code: "CODE_THREW", nodeId: "node-a", message: "no" } },
  { name: "nothing", body: code("throw undefined;"), expected: { code: "CODE_THREW", message: "undefined" } },
  { name: "null", body: code("throw null;"), expected: { code: "CODE_THREW", message: "null" } },
  { name: "data", body: code("throw { status: 4 };"), expected: { code: "CODE_THREW", message: '{"status":4}' } },
  { name: "a symbol", body: code(`throw Symbol("s");`), expected: { code: "CODE_THREW", message: "Symbol(s)" } },
  {
    name: "an error that throws when looked at",
    body: code(`const error = new Error("x"); Object.defineProperty(error, "message", { get() { throw error; } });
Object.defineProperty(error, "stack", { get() { throw error; } }); throw error;`),
    expected: { code: "CODE_THREW", message: "(the thrown value cannot be shown)" },
  },
  {
    name: "a proxy that throws whatever is done with it",
    body: code(`throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });`),
    expected: { code: "CODE_THREW", message: "(the thrown value cannot be shown)" },
  },
  {
    name: "a formula over what is not there",
    body: formula("trigger.nobody.name"),
    expected: { code: "FORMULA_FAILED", nodeId: "node-a", line: 3 },
  },
  { name: "a function as output", body: code("return () => 1;"), expected: { code: "OUTPUT_NOT_JSON" } },
  { name: "a circle as output", body: code("const o = {}; o.o = o; return o;"), expected: { code: "OUTPUT_NOT_JSON" } },
  { name: "a big integer as output", body: code("return 1n;"), expected: { code: "OUTPUT_NOT_JSON" } },
  { name: "undefined as output is null", body: code("return undefined;"), expected: { output: null } },
  {
    name: "half a surrogate pair and NUL pass through",
    body: code(String.raw`return "\ud800 \u0000".length;`),
    expected: { output: 3 },
  },
];

const RUNTIME_CASES: ConformanceCase[] = [
  {
    name: "an expression of a program without a return step answers null",
    body: `await run.set("a", ($s) => 1);`,
    expected: { output: null },
  },
  {
    name: "what people expect of a JavaScript runtime",
    body: code(`const url = new URL("/a?b=1", "https://example.org");
url.searchParams.set("c", "d e");
return [url.href, new TextDecoder().decode(new TextEncoder().encode("é")), atob(btoa("hi")), structuredClone({ a: [1] }),
  crypto.randomUUID().length, [3, 1].toSorted(), "a-b".replaceAll("-", "+"), new Intl_().ok];
function Intl_() { this.ok = typeof Intl; }`),
    expected: {
      output: ["https://example.org/a?b=1&c=d+e", "é", "hi", { a: [1] }, 36, [1, 3], "a+b", "undefined"],
    },
  },
  {
    name: "the clock of a step stands still, in the workspace's zone",
    body: code(`const first = Date.now(); for (let i = 0; i < 1000000; i++);
return [Date.now() - first, new Date(0).getHours()];`),
    expected: { output: [0, 1] },
  },
  {
    name: "a missing argument stays in its place",
    body: `const a = await run.function("a", ($s) => ({ first: undefined, second: 2 }), ($s) => (first, second) => [first === undefined, second]);
return run.return("b", ($s) => a);`,
    expected: { output: [true, 2] },
  },
  {
    name: "a condition takes the first case that holds",
    body: `const a = await run.choose("a", { no: ($s) => 0, yes: ($s) => "x", also: ($s) => 1 });
return run.return("b", ($s) => a);`,
    expected: { output: "yes" },
  },
  {
    name: "the first branch to end wins, and nothing starts after",
    body: `await run.parallel(
  async () => { await run.set("a", ($s) => 1); return run.return("b", ($s) => "first"); },
  async () => { await run.code("c", ($s) => null, ($s) => () => $s.records.get("Leads", "1")); await run.return("d", ($s) => "second"); },
);`,
    expected: { output: "first" },
  },
  {
    name: "lines wait for the lines they are after",
    body: `const order = [];
await run.lines({
  last: { after: ["left", "right"], run: async () => { order.push("last"); } },
  left: { after: [], run: async () => { await run.set("a", ($s) => 1); order.push("left"); } },
  right: { after: ["left"], run: async () => { order.push("right"); } },
});
return run.return("b", ($s) => order);`,
    expected: { output: ["left", "right", "last"] },
  },
];

const LIBRARY_CASES: ConformanceCase[] = [
  {
    name: "the library by its five names, in the workspace's zone",
    body: code(`return [dates.startOf("2026-07-14T22:30:00Z", "day"), dates.format(new Date(0), "yyyy-MM-dd HH:mm"),
  money.format(1234.5, "EUR", "de"), numbers.parse("1.234,5", "de"), text.compare("Zebra", "Ähre", "de"),
  lists.groupBy([1, 2, 3], (item) => item % 2).length];`),
    expected: { output: ["2026-07-14T22:00:00.000Z", "1970-01-01 01:00", "1.234,50\u00a0€", 1234.5, 1, 2] },
  },
  {
    name: "today is the day of the step's clock",
    body: code(`return dates.today() === dates.toDay(new Date()) && dates.isSameDay(dates.today(), new Date());`),
    expected: { output: true },
  },
  {
    name: "what the library makes cannot be told from what code makes",
    body: code(`const parsed = dates.parse("2026-03-14");
return [parsed instanceof Date, Array.isArray(lists.range(1, 2)), lists.range(1, 2).constructor === Array];`),
    expected: { output: [true, true, true] },
  },
  {
    name: "items that are frozen can be sorted, and stay",
    body: `const a = await run.set("a", ($s) => [{ n: 2 }, { n: 1 }]);
const b = await run.code("b", ($s) => a, ($s) => (items) => [lists.sortBy(items, (item) => item.n)[0], items[0]]);
return run.return("c", ($s) => b);`,
    expected: { output: [{ n: 1 }, { n: 2 }] },
  },
  {
    name: "a wrong argument throws, on the line of the call",
    body: code(`\ndates.add("2026-03-14", "1", "day");`),
    expected: threw('dates.add: amount must be a whole number from -10000000 to 10000000, but is "1".', 4),
  },
  {
    name: "a zone that is none, which only the host knows, too",
    body: code(`return dates.inZone("2026-03-14", "Mars/Base");`),
    expected: threw('"Mars/Base" is not a time zone. Zones have names such as "Europe/Paris".'),
  },
  {
    name: "and a formula says the same",
    body: formula(`money.round(1, "EURO")`),
    expected: {
      code: "FORMULA_FAILED",
      nodeId: "node-a",
      line: 3,
      message: '"EURO" is not a currency. Currencies have codes such as "EUR".',
    },
  },
  {
    name: "hostile arguments",
    body: code(`const nested = {}; nested.nested = nested;
const revoked = Proxy.revocable([], {}); revoked.revoke();
const throwing = new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; }, ownKeys() { throw 3; } });
const calls = [
  () => dates.format(new Date(NaN), "HH"), () => dates.format("2026-03-14", "'".repeat(1e6)),
  () => dates.inZone("2026-03-14", "x".repeat(1e6)), () => dates.format("2026-03-14", "date", { locale: throwing }),
  () => text.compare("a", "b", "\u0000"), () => text.compare("a", "b", ["en"]), () => text.words(throwing),
  () => numbers.format("9".repeat(1e6)), () => numbers.round("1e999999999"), () => numbers.format(1n),
  () => money.format(1, "€€€"), () => money.split(1, 1e9), () => money.sum(throwing), () => money.sum(revoked.proxy),
  () => lists.unique([nested, nested]), () => lists.range(0, 1e12), () => lists.sortBy([1], throwing),
  () => lists.groupBy({ length: 4294967295 }, (item) => item), () => text.pad("a", 1e12), () => lists.index([1], 5),
];
return calls.map((call) => { try { call(); return "done"; } catch (thrown) { return thrown === undefined ? "nothing" : "refused"; } });`),
    expected: { output: Array.from({ length: 20 }, () => "refused") },
  },
  {
    name: "texts of 100 KB",
    limits: { activeTimeMs: 8_000 },
    body: code(`const all = ["a".repeat(1e5), "<".repeat(1e5), "a-".repeat(5e4), "é".repeat(1e5), " ".repeat(1e5)];
return all.map((one) => [text.words(one), text.slug(one), text.stripHtml(one), text.isEmail(one), text.contains(one, "b"),
  text.titleCase(one), text.squeeze(one), text.compare(one, one, "fr")].length);`),
    expected: { output: [8, 8, 8, 8, 8] },
  },
  {
    name: "very many questions to the host take no more memory",
    limits: { memoryBytes: 4_194_304, activeTimeMs: 8_000 },
    body: code(`let last = ""; for (let index = 0; index < 10000; index++) last = dates.format("2026-03-14", "MMMM");
return last;`),
    expected: { output: "March" },
  },
  {
    name: "changing the library",
    body: code(`const changes = [
  () => { lists.groupBy = null; }, () => { delete dates.add; }, () => { text.mine = 1; }, () => { globalThis.money = {}; },
  () => { Object.setPrototypeOf(numbers, null); }, () => { lists.sum.call = null; }, () => { dates.add.prototype = {}; },
];
return changes.map((change) => { try { change(); return "changed"; } catch (error) { return error.name; } });`),
    expected: { output: Array.from({ length: 7 }, () => "TypeError") },
  },
  {
    name: "code's own variables may have these names",
    body: code(
      `const text = "mine"; const lists = (money) => money + 1; return [text, lists(1), dates.quarter("2026-03-14")];`,
    ),
    expected: { output: ["mine", 2, 1] },
  },
  {
    name: "functions that the library calls count as code",
    body: code(`return lists.sortBy(lists.range(1, 6000), (item) => ($s.t(), item)).length;`),
    expected: { code: "STATEMENT_LIMIT", nodeId: "node-a", line: 3 },
  },
  {
    name: "no catch within them gets past the limit",
    body: code(
      `lists.partition(lists.range(1, 6000), (item) => { try { $s.t(); } catch {} return true; }); return "went on";`,
    ),
    expected: { code: "STATEMENT_LIMIT", nodeId: "node-a", line: 3 },
  },
  {
    name: "a function that never comes back is stopped by time",
    limits: { activeTimeMs: 300 },
    body: formula("lists.unique([1], () => { for (;;); })"),
    expected: { code: "TIME_LIMIT", nodeId: "node-a" },
  },
  {
    name: "nothing leads from the library to the host",
    body: code(`const found = [dates, money, numbers, text, lists].flatMap((group) => [Object.getPrototypeOf(group) === Object.prototype,
  ...Object.values(group).map((one) => typeof one === "function" && Object.keys(one).length === 0)]);
return [found.every(Boolean), typeof intl, typeof askHost];`),
    expected: { output: [true, "undefined", "undefined"] },
  },
];

/** Everything a sandbox must do, by kind. */
export const CONFORMANCE_CASES: Record<string, ConformanceCase[]> = {
  loops: LOOP_CASES,
  "attempts and known steps": RETRY_CASES,
  limits: LIMITS_CASES,
  escapes: ESCAPE_CASES,
  "thrown values and outputs": THROWN_CASES,
  "what programs can rely on": RUNTIME_CASES,
  "what a step lends": LENT_CASES,
  "the standard library": LIBRARY_CASES,
};
