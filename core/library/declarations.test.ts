import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LIBRARY_DECLARATIONS } from "@/core/library/declarations";
import { LIBRARY_REFERENCE } from "@/core/library/reference";

const examples = LIBRARY_REFERENCE.flatMap(({ entries }) => entries.map(({ example }) => `void ${example.call};`));

const USES = `
declare const deals: { id: string; stage: string; amount: number | null }[];
declare const records: Record<string, unknown>[];
declare const anything: any;
declare const moment: Date | string;
const results: [
  { key: string; items: typeof deals }[], { key: number | null; items: typeof deals }[], typeof deals, typeof deals,
  { left: { id: string }; right: { of: string } }[], { right: { of: string } | null }[], typeof deals[number] | null,
  (number | null)[], number[], number[],
] = [
  lists.groupBy(deals, (deal) => deal.stage), lists.groupBy(deals, "amount"), lists.sortBy(deals, (deal) => deal.stage),
  lists.sortBy(deals, (deal) => deal.stage, "descending", (deal) => deal.amount, "ascending"),
  lists.join(deals, [{ of: "x" }], (deal) => deal.id, (one) => one.of), lists.join(deals, [{ of: "x" }], "id", "of", "left"),
  lists.first(deals), lists.pluck(deals, "amount"), lists.compact(lists.pluck(deals, "amount")), lists.flatten([[1], [2]]),
];
const day: string = dates.add("2026-01-01", 1, "day");
const date: Date = dates.add(new Date(), 1, "days");
const either: Date | string = dates.add(moment, 1, "month");
const total: number = numbers.sum(deals, "amount") + money.sum(deals, (deal) => deal.amount) + lists.sum([1]);
void [lists.sortBy(records, "Amount"), lists.groupBy(anything, (item) => item.stage), lists.index(anything, "id")];
{ const text = "a name of one's own"; void text; }
// @ts-expect-error no such unit
dates.add(day, 1, "decade");
// @ts-expect-error no such field
lists.groupBy(deals, "nobody");
// @ts-expect-error it cannot be changed
lists.sum = null;
// @ts-expect-error a number is no date
dates.toDay(5);
// @ts-expect-error a currency is missing
money.format(5);
void [results, date, either, total];
`;

test("TypeScript reads the declarations, types what is right and refuses what is wrong", () => {
  const folder = mkdtempSync(join(tmpdir(), "millrace-library-"));
  writeFileSync(join(folder, "library.d.ts"), LIBRARY_DECLARATIONS);
  writeFileSync(join(folder, "uses.ts"), `export {};\n${examples.join("\n")}\n${USES}`);
  const compiler = join(import.meta.dirname, "../../node_modules/typescript/lib/tsc.js");
  const options = ["--noEmit", "--strict", "--noUncheckedIndexedAccess", "--lib", "es2023", "--target", "es2023"];

  const { stdout } = spawnSync(process.execPath, [compiler, ...options, "--types", "", "library.d.ts", "uses.ts"], {
    cwd: folder,
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });

  expect(stdout).toBe("");
});
