import { describe, expect, it } from "vitest";
import { functionSignature } from "@/core/compiler/function-signature";

const signatureOf = (source: string) => {
  const read = functionSignature(source);
  if ("problem" in read) throw new Error(read.problem.reason);
  return read.head.signature;
};

describe("functionSignature", () => {
  it("reads name, parameters and return type", () => {
    const source = `// "export function no(" is text here
const greeting = "export function nor(here)";
export async function buildSubscriber(email: string, firstName?: string, lastName = "") : Promise<{ email: string; tags: string[] }> {
  return { email, tags: [] };
}`;
    expect(functionSignature(source)).toEqual({
      head: {
        name: "buildSubscriber",
        line: 3,
        written: ["email: string", "firstName?: string", 'lastName = ""'],
        span: { from: source.indexOf("email:"), to: source.indexOf(") :") },
        signature: {
          parameters: [
            { name: "email", type: "string", optional: false },
            { name: "firstName", type: "string", optional: true },
            { name: "lastName", type: "string", optional: true },
          ],
          returnType: "{ email: string; tags: string[] }",
        },
      },
    });
  });

  it.each([
    ["export function f() {}", [], "unknown"],
    ["export function f(a) {}", [["a", "any"]], "unknown"],
    [
      "export function f(a: Record<string, number>, b: [x: number, y: string]): number {}",
      [
        ["a", "Record<string, number>"],
        ["b", "[x: number, y: string]"],
      ],
      "number",
    ],
    [
      "export function f(a: (x: number) => { y: 1 }, b = 3, c = true, d = { e: 1 }): void {}",
      [
        ["a", "(x: number) => { y: 1 }"],
        ["b", "number"],
        ["c", "boolean"],
        ["d", "any"],
      ],
      "void",
    ],
    [
      "export function f(a: { b: string; c?: number } | null): { d: 1 } | { e: 2 } {}",
      [["a", "{ b: string; c?: number } | null"]],
      "{ d: 1 } | { e: 2 }",
    ],
    [
      "export async function f(a: 'x' | \"y,z\" /* one, two */, // three\n b: string,\n): Promise<Record<string, { n: number }>> {}",
      [
        ["a", "'x' | \"y,z\""],
        ["b", "string"],
      ],
      "Record<string, { n: number }>",
    ],
    [
      "function local() { return /[)({]/.test(`}$" +
        "{1 + '`'}`); }\nexport function f(a: string): string[] { return [a]; }",
      [["a", "string"]],
      "string[]",
    ],
    ["export function f<T extends object>(a: T): T { return a }", [["a", "T"]], "T"],
  ])("reads %s", (source, parameters, returnType) => {
    const signature = signatureOf(source);
    expect(signature.parameters.map(({ name, type }) => [name, type])).toEqual(parameters);
    expect(signature.returnType).toBe(returnType);
  });

  it.each([
    ["", "noFunction"],
    ["function f() {}", "noFunction"],
    ["const f = () => { export_function() }", "noFunction"],
    ["export function f() {}\nexport function g() {}", "manyFunctions"],
    ["export function f(a: string", "unclosed"],
    ["export function f({ a }: { a: string }) {}", "destructured"],
    ["export function f(...all: string[]) {}", "rest"],
    ["export function f(1) {}", "noName"],
  ])("says what is missing in %j", (source, reason) => {
    expect(functionSignature(source)).toMatchObject({ problem: { reason } });
  });
});
