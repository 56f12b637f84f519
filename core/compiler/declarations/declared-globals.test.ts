import { expect, test } from "vitest";
import { DECLARATIONS } from "@/core/compiler/declarations/declarations";
import { declaredGlobals } from "@/core/compiler/declarations/declared-globals";

const globals = new Map(declaredGlobals(Object.values(DECLARATIONS)).map((one) => [one.name, one]));

test("what a step lends is told with its members", () => {
  expect(globals.get("http")?.members.map(({ name }) => name)).toEqual([
    "request",
    "get",
    "delete",
    "post",
    "put",
    "patch",
  ]);
  expect(globals.get("records")?.members[0]).toEqual({
    name: "get",
    detail: "(module: string, id: string): Promise<CrmRecord>",
    isMethod: true,
  });
  expect(globals.get("console")?.members.map(({ name }) => name)).toEqual(["log", "info", "debug", "warn", "error"]);
});

test("functions, objects and namespaces are told too", () => {
  expect(globals.get("btoa")).toEqual({ name: "btoa", detail: "(text: string): string", members: [] });
  expect(globals.get("crypto")?.members.map(({ name }) => name)).toEqual(["randomUUID", "getRandomValues"]);
});

test("a namespace is told with its functions, whatever types stand between them", () => {
  const text = `declare namespace money {
  type Amount = number | string;
  interface Options { digits?: number; of: { name: string } }
  /** Adds. */
  function add(a: Amount, b: Amount): number;
  function sum<T = any>(all: readonly T[], by?: (item: T) => number): number;
  function sum<T = any>(all: readonly T[], by: string): number;
}
`;
  const [money] = declaredGlobals([text]);
  expect(money?.members).toEqual([
    { name: "add", detail: "(a: Amount, b: Amount): number", isMethod: true },
    { name: "sum", detail: "(all: readonly T[], by?: (item: T) => number): number", isMethod: true },
  ]);
});

test("a text that is no declaration tells of nothing, and ends", () => {
  expect(declaredGlobals(["const nothing = {", "interface {", "}}}"])).toEqual([]);
  expect(declaredGlobals(["declare const broken: {\n  a("]).map(({ name }) => name)).toEqual(["broken"]);
});
