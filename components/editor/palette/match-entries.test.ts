import { expect, test } from "vitest";
import { matchEntries } from "@/components/editor/palette/match-entries";
import type { PaletteEntry } from "@/components/editor/palette/palette-entry";

const entry = (title: string, synonyms = ""): PaletteEntry => ({
  id: title,
  category: "shape",
  type: "x",
  icon: "box",
  title,
  help: "",
  synonyms,
  label: title,
  config: {},
});
const entries = [entry("Create or update", "upsert"), entry("Update"), entry("If", "condition, verzweigung, créer")];

test("titles that begin with the words come first, synonyms are found too", () => {
  expect(matchEntries(entries, "up").map(({ title }) => title)).toEqual(["Update", "Create or update"]);
  expect(matchEntries(entries, "upsert").map(({ title }) => title)).toEqual(["Create or update"]);
});

test("case and accents do not matter, and every word must be found", () => {
  expect(matchEntries(entries, "CREER").map(({ title }) => title)).toEqual(["If"]);
  expect(matchEntries(entries, "update nothing")).toEqual([]);
});
