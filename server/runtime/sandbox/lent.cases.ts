import type { ConformanceCase } from "@/server/runtime/sandbox/conformance.cases";

const code = (lines: string) => `const a = await run.code("a", ($s) => null, ($s) => async () => {
${lines}
});
return run.return("b", ($s) => a);`;

/** What a step lends to code beside calls and records: variables, the store, files. */
export const LENT_CASES: ConformanceCase[] = [
  {
    name: "variables are there to be read, and cannot be changed",
    variables: { shop: { url: "https://shop.example" } },
    body: code(
      `"use strict"; const { variables } = $s; try { variables.shop.url = "x"; } catch (error) { return [variables.shop.url, error.name]; }`,
    ),
    expected: { output: ["https://shop.example", "TypeError"] },
  },
  {
    name: "there are no variables unless they are given",
    body: code("return Object.keys($s.variables).length;"),
    expected: { output: 0 },
  },
  {
    name: "what code keeps goes through effects, and deleting is setting null",
    answer: ({ kind, request, ordinal }) => ({
      ok: true,
      value: kind === "store.get" ? [request, ordinal] : "ignored",
    }),
    body: code(
      `return [await $s.store.set("k", { n: 1 }), await $s.store.delete("k"), await $s.store.set("k"), await $s.store.get("k")];`,
    ),
    expected: { output: [null, null, null, [{ key: "k" }, 3]] },
  },
  {
    name: "files are made and read through effects, each with what it was asked",
    answer: ({ kind, request }) => ({ ok: true, value: [kind, request] }),
    body: code(
      `const { files } = $s; const file = await files.create("a.txt", "x"); return [file, await files.create("b", { base64: "eA==" }, "image/png"),
await files.text("f"), await files.json("f"), await files.base64(), Object.isFrozen(file), Object.isFrozen(files)];`,
    ),
    expected: {
      output: [
        ["file.create", { name: "a.txt", content: "x" }],
        ["file.create", { name: "b", content: { base64: "eA==" }, type: "image/png" }],
        ["file.read", { file: "f", as: "text" }],
        ["file.read", { file: "f", as: "json" }],
        ["file.read", { file: null, as: "base64" }],
        ...[true, true],
      ],
    },
  },
];
