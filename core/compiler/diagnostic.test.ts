import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { DIAGNOSTIC_CODES, type Diagnostic } from "@/core/compiler/diagnostic";
import sentences from "@/messages/en/diagnostics.json";

const ROOT = join(import.meta.dirname, "../..");
const SAMPLES = join(import.meta.dirname, "samples");

const found = readdirSync(SAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }): Diagnostic[] => {
    const files = readdirSync(join(SAMPLES, name));
    return files.includes("diagnostics.json")
      ? JSON.parse(readFileSync(join(SAMPLES, name, "diagnostics.json"), "utf8"))
      : [];
  });

test("docs/diagnostics.md lists every code in order", () => {
  const documented = readFileSync(join(ROOT, "docs/diagnostics.md"), "utf8").matchAll(
    /^\| `([A-Z_]+)` \| (error|warning) \|/gm,
  );

  expect([...documented].map(([, code]) => code)).toEqual([...DIAGNOSTIC_CODES]);
});

test("a code's severity is the documented one", () => {
  const rows = readFileSync(join(ROOT, "docs/diagnostics.md"), "utf8");

  for (const { code, severity } of found) expect(rows).toContain(`| \`${code}\` | ${severity} |`);
});

test("every code has a sentence", () => {
  expect(Object.keys(sentences)).toEqual([...DIAGNOSTIC_CODES]);
});

test("every diagnostic of the samples reads as a sentence", () => {
  const say = createTranslator({ locale: "en", messages: { diagnostics: sentences }, namespace: "diagnostics" });

  for (const { code, params } of found) {
    const sentence = say(code, params as Record<string, string>);
    expect(sentence, code).toMatch(/^\S.*[.?]$/s);
    expect(sentence, code).not.toContain("{");
  }
});
