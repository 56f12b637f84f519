import type { PaletteEntry } from "@/components/editor/palette/palette-entry";

/**
 * Finds entries whose title, help or synonyms hold every word, best first: a title that begins with the text, then a
 * title that holds it, then the rest.
 */
export function matchEntries(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const needle = fold(text.trim());
  if (!needle) return [...entries];
  const words = needle.split(/\s+/);
  const ranked = entries.flatMap((entry) => {
    const title = fold(entry.title);
    const all = `${title} ${fold(entry.help)} ${fold(entry.synonyms)} ${fold(entry.group?.title ?? "")}`;
    if (!words.every((word) => all.includes(word))) return [];
    return [{ entry, rank: title.startsWith(needle) ? 0 : title.includes(needle) ? 1 : 2 }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
