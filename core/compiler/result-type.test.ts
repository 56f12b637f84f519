import { expect, test } from "vitest";
import { functionSignature } from "@/core/compiler/function-signature";

/** The type that later steps see of a function's result. */
function resultOf(source: string): string {
  const read = functionSignature(source);
  if ("problem" in read) throw new Error(read.problem.reason);
  return read.head.signature.returnType;
}

test("a declared type stays as it is written", () => {
  expect(resultOf("export function f(): string[] { return []; }")).toBe("string[]");
  expect(resultOf("export async function f(): Promise<{ a: number }> { return { a: 1 }; }")).toBe("{ a: number }");
});

test("the source's own interfaces are written out, one inside the other", () => {
  const source = `
    interface Address { city: string; zip?: string }
    type Person = {
      name: string, // as people say it
      address: Address
    };
    export function f(): Person | null { return null; }`;

  expect(resultOf(source)).toBe("{ name: string; address: { city: string; zip?: string } } | null");
});

test("an interface that holds itself comes to an end", () => {
  expect(resultOf("interface Tree { next: Tree }\nexport function f(): Tree { throw 1; }")).toBe(
    "{ next: { next: { next: Tree } } }",
  );
});

test("without a declared type, the returned values tell it", () => {
  const source = `export function f(email: string, tags: string[]) {
    const other = () => { return 5; };
    return { email, tags, count: tags.length, active: true, "full name": \`\${email}\` };
  }`;

  expect(resultOf(source)).toBe(
    '{ email: string; tags: string[]; count: unknown; active: boolean; "full name": string }',
  );
});

test("returns that differ are either; what cannot be told is unknown", () => {
  expect(resultOf('export function f(a: number) { if (a) return "yes"; return 1; }')).toBe("string | number");
  expect(resultOf("export function f(a: number) { if (a) return g(); return 1; }")).toBe("unknown");
  expect(resultOf("export function f(a: any) { return { ...a }; }")).toBe("unknown");
  expect(resultOf("export function f() { while ( }")).toBe("unknown");
});
