import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LIBRARY_DECLARATIONS } from "@/core/library/declarations";
import { readLibrary } from "@/core/library/entries";
import { createIntl } from "@/core/library/intl";
import { createLibrary } from "@/core/library/library";
import { writeDeclaration } from "@/core/library/write-declarations";
import { GLOBAL_NAMES } from "@/core/values/reserved-names";

const pathOf = (path: string) => join(import.meta.dirname, "../..", path);
const library = createLibrary(createIntl("Europe/Paris"));
const declarations = Object.keys(library).map((group) => ({
  group,
  text: writeDeclaration(group, readFileSync(pathOf(`core/library/types/${group}.ts`), "utf8")),
}));
const groups = readLibrary(declarations.map(({ text }) => text).join("\n"));
const entries = groups.flatMap((group) => group.entries);

/** Run with UPDATE_DOCS=1 to write the file anew. */
function expectFile(path: string, text: string): void {
  if (process.env.UPDATE_DOCS) writeFileSync(pathOf(path), text);
  expect(readFileSync(pathOf(path), "utf8")).toBe(text);
}

test.each(declarations)("the declaration of $group is that of the types it is checked against", ({ group, text }) => {
  const literal = text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");
  expectFile(
    `core/library/declarations/${group}.ts`,
    `/** Written by \`library.test.ts\` from \`types/${group}.ts\`. */
export const ${group.toUpperCase()}_DECLARATION = \`${literal}\`;
`,
  );
  if (!process.env.UPDATE_DOCS) expect(LIBRARY_DECLARATIONS).toContain(text);
});

test("docs/library.md lists it", () => {
  expectFile("docs/library.md", libraryReference());
});

test("every function is declared once, with an example, and there is no other", () => {
  for (const { group, entries } of groups) {
    const functions = Object.keys(library[group as keyof typeof library]);
    expect(entries.map(({ name }) => name)).toEqual([...new Set(functions)]);
  }
  expect(groups.map(({ group }) => group)).toEqual(Object.keys(library));
});

test("code may read every group", () => {
  for (const { group } of groups) expect(GLOBAL_NAMES).toContain(group);
});

describe("the examples give what they say", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date("2026-03-14T09:30:00Z") });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each(entries.map(({ example }) => [example.call, example.gives]))("%s", (call, gives) => {
    const evaluate = (code: string) =>
      new Function(...Object.keys(library), `return ${code}`)(...Object.values(library));
    expect(JSON.parse(JSON.stringify(evaluate(call)))).toEqual(JSON.parse(JSON.stringify(evaluate(gives))));
  });
});

function libraryReference(): string {
  const cell = (code: string) => `\`${code.replaceAll("|", "\\|")}\``;
  const sections = groups.map(({ group, description, entries }) => {
    const rows = entries.map(({ name, signatures, description, example }) => {
      const calls = signatures.map((signature) => cell(`${name}${signature}`)).join("<br>");
      return `| ${calls} | ${description.replaceAll("|", "\\|")} | ${cell(example.call)} → ${cell(example.gives)} |`;
    });
    return `## ${group}

${description}

| function | what it does | example |
|---|---|---|
${rows.join("\n")}
`;
  });
  return `# The standard library

What formulas, code and functions find under five names, in the sandbox as in the editor. A wrong argument throws an error
that says what is expected and what was given. The examples are those of a workspace in Europe/Paris, and a test runs every
one. Made from \`core/library/types\`.

Languages are codes such as \`en\`, \`de\` or \`fr-CH\`; without one it is English. An optional argument may be left out. A call
counts as part of its statement; the functions you give count as your own ([statement-counting.md](statement-counting.md)).

${sections.join("\n")}
### Patterns of dates

| field | stands for |
|---|---|
| \`yyyy\`, \`yy\` | the year |
| \`MMMM\`, \`MMM\`, \`MM\`, \`M\` | the month: its name, its short name, with two digits, with one or two |
| \`LLLL\` | the month's name as it stands alone, for languages that make a difference |
| \`dd\`, \`d\` | the day |
| \`EEEE\`, \`EEE\` | the name of the day, its short name |
| \`HH\`, \`H\`, \`hh\`, \`h\`, \`a\` | the hour of 24, the hour of 12, the half of the day |
| \`mm\`, \`m\`, \`ss\`, \`s\`, \`SSS\` | minutes, seconds, milliseconds |
| \`xxx\`, \`XXX\` | the offset from UTC such as \`+01:00\`; with \`XXX\` \`Z\` for none |
| \`Q\`, \`ww\` | the quarter, the ISO week (writing alone) |
| \`'…'\` | text as it is |

Styles follow the language: \`date\`, \`shortDate\`, \`longDate\`, \`fullDate\`, \`time\`, \`dateTime\`, \`longDateTime\`.

### Clocks that change

When clocks go forward, a time that is skipped is read as if they had not: 02:30 becomes 03:30. When they go back, a time
that comes twice is the first of the two. Adding days, weeks, months or years keeps what the clock shows; adding hours,
minutes or seconds adds just that much time.
`;
}
