import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "@/core/compiler/compile";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { parseDocument } from "@/core/graph/parse-document";
import { NODE_TYPES } from "@/core/nodes/catalogue";
import { OPERATORS } from "@/core/values/criteria";

const page = readFileSync(join(import.meta.dirname, "../../docs/graph-format.md"), "utf8");
const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "null");

test("the example of docs/graph-format.md is a document as it is stored", () => {
  const { document, diagnostics } = parseDocument(example);

  expect(diagnostics).toEqual([]);
  expect(document).toEqual(example);
});

test("it compiles without a finding", () => {
  const { diagnostics, program } = compile(example, sampleWorkspace);

  expect(diagnostics).toEqual([]);
  expect(program).not.toBeNull();
});

test("the page names every node type with its settings, and every operator", () => {
  for (const { type, config } of NODE_TYPES) {
    const row = page.split("\n").find((line) => line.startsWith(`| \`${type}\` |`));
    for (const setting of Object.keys(config.shape)) expect(row, `${type}.${setting}`).toContain(setting);
  }
  for (const operator of OPERATORS) expect(page).toContain(`\`${operator}\``);
});
