/**
 * Finds the name somebody probably meant: the same letters without case, spaces and underscores (`FirstName` for
 * `First_Name`), else one within two typing slips.
 *
 * @returns the nearest of `names`, or null when none is near
 */
export function nearestName(written: string, names: readonly string[]): string | null {
  const wanted = plain(written);
  if (wanted === "" || written.length > 100) return null;
  const same = names.find((name) => plain(name) === wanted);
  if (same) return same;
  let best: { name: string; distance: number } | null = null;
  for (const name of names) {
    const distance = slips(wanted, plain(name));
    if (distance <= (wanted.length < 5 ? 1 : 2) && distance < (best?.distance ?? 3)) best = { name, distance };
  }
  return best?.name ?? null;
}

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Levenshtein's distance: letters to add, drop or replace. */
function slips(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replace = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replace, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
