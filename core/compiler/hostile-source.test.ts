import { expect, test } from "vitest";
import { functionProblems } from "@/core/compiler/function-problems";

/** As long as a function's source may be; each would keep the server busy for minutes if reading it were quadratic. */
const HOSTILE: [what: string, source: string][] = [
  ["regular expressions that never end", `export function f(a = ${"/[".repeat(90_000)}`],
  ["templates inside templates", `export function f() { return ${"`${".repeat(40_000)}${"}`".repeat(40_000)}; }`],
  ["templates that never end", `export function f(a = ${"`${".repeat(60_000)}`],
  ["one endless word", `export function f() { ${"a".repeat(190_000)} }`],
  ["a return type that goes on and on", `export function f(): ${"{}|".repeat(60_000)} {}`],
  ["heads without parameters", "export function f<".repeat(11_000)],
  ["brackets inside brackets", `export function f() { return ${"(".repeat(90_000)}${")".repeat(90_000)}; }`],
  ["an endless sum", `export function f() { return 1${"+1".repeat(90_000)}; }`],
  ["an endless else", `export function f() { ${"if(1){}else ".repeat(15_000)}{} }`],
];

test.each(HOSTILE)("%s: refused, and soon", (_what, source) => {
  const { problems } = functionProblems(source);
  expect(problems).not.toEqual([]);
  expect(JSON.stringify(problems)).not.toContain("call stack");
});
