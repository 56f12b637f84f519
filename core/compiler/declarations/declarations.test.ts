import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DECLARATIONS } from "@/core/compiler/declarations/declarations";
import { deriveDeclarations, interfaceText } from "@/core/compiler/declarations/derive-declarations";
import { GLOBAL_NAMES } from "@/core/values/reserved-names";

const core = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(core, file), "utf8");
const FILE = "compiler/declarations/millrace-declarations.ts";

/** `UPDATE_DECLARATIONS=1 npx vitest run core/compiler/declarations` writes them anew. */
test("what the checker believes of the runtime is the contract's own text", () => {
  const derived = deriveDeclarations(
    read("compiler/abi.ts"),
    interfaceText(read("records/field-types.ts"), "CrmRecord"),
  );
  const text = `/** Derived from \`core/compiler/abi.ts\` by its test; never edited by hand. */\nexport const MILLRACE_DECLARATIONS = ${asTemplate(derived)};\n`;

  if (process.env.UPDATE_DECLARATIONS === "1") writeFileSync(join(core, FILE), text);

  expect(read(FILE)).toBe(text);
});

test("every name that code may read without declaring it is declared", () => {
  const ours = Object.values(DECLARATIONS).join("\n");
  const library = readLibrary();
  const declared = (name: string) =>
    new RegExp(`declare (?:const|function|class|var|namespace) ${name}\\b`).test(ours) ||
    new RegExp(`declare (?:const|function|class|var|namespace) ${name}\\b`).test(library);

  expect([...GLOBAL_NAMES].filter((name) => !declared(name) && name !== "undefined")).toEqual([]);
});

const asTemplate = (text: string): string => `\`${text.replace(/[\\`]|\$\{/g, "\\$&")}\``;

function readLibrary(): string {
  const folder = join(core, "../node_modules/ts-checker/lib");
  const versions = ["es5", "es2015.core", "es2015.collection", "es2015.promise", "es2015.proxy", "es2015.reflect"];
  const files = [...versions, "es2015.iterable", "es2015.symbol", "es2020.bigint", "es2021.promise"];
  return files.map((name) => readFileSync(join(folder, `lib.${name}.d.ts`), "utf8")).join("\n");
}
