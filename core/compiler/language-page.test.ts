import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const PAGE = join(import.meta.dirname, "../../docs/language.md");
const SAMPLES = join(import.meta.dirname, "samples");
const INDEX = "## All samples\n";

const folders = readdirSync(SAMPLES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const linkTo = (name: string): string => `[${name}](../core/compiler/samples/${name})`;

test("docs/language.md names every sample, and none that is not there", () => {
  const [text, index] = readFileSync(PAGE, "utf8").split(INDEX);
  const written = `\n${folders.map((name) => `- ${linkTo(name)}`).join("\n")}\n`;
  if (process.env.UPDATE_DOCS === "1") writeFileSync(PAGE, `${text}${INDEX}${written}`);
  else expect(index).toBe(written);

  const named = [...text!.matchAll(/\[([^\]]+)\]\(\.\.\/core\/compiler\/samples\/([^)]*)\)/g)];
  for (const [, label, folder] of named) expect(label).toBe(folder);
  expect(named.map(([, , folder]) => folder).filter((name) => !folders.includes(name!))).toEqual([]);
});

test("every rule of docs/language.md names a sample that shows it", () => {
  const [rules] = readFileSync(PAGE, "utf8").split(INDEX);
  const sections = rules!.split(/^(?=###? )/m).slice(1);
  // A chapter that goes straight on to its rules has nothing to show itself.
  const silent = sections.filter((text) => text.trim().includes("\n") && !text.includes("core/compiler/samples/"));

  expect(sections.length).toBeGreaterThan(25);
  expect(silent.map((text) => text.split("\n")[0])).toEqual([]);
});

test("at least 120 samples show what graphs compile to and do, each with a case or findings", () => {
  expect(folders.length).toBeGreaterThanOrEqual(120);
  for (const folder of folders) {
    const files = readdirSync(join(SAMPLES, folder));
    const cases = files.includes("cases.json")
      ? JSON.parse(readFileSync(join(SAMPLES, folder, "cases.json"), "utf8"))
      : [];
    expect(files, folder).toContain("graph.json");
    expect(cases.length > 0 || files.includes("diagnostics.json"), folder).toBe(true);
    expect(folder, "a sample's name is a sentence").toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
  }
});
