const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 4;
const BITS_PER_CHARACTER = 5;
const HEX_DIGITS = (LENGTH * BITS_PER_CHARACTER) / 4;

/**
 * The id people read and say: `8F2K`, the last 20 bits of a UUID in an alphabet without I, L, O and U.
 *
 * @param id a UUID
 */
export function shortId(id: string): string {
  const tail = Number.parseInt(id.slice(-HEX_DIGITS), 16);
  return Array.from(
    { length: LENGTH },
    (_, at) => ALPHABET[(tail >> ((LENGTH - 1 - at) * BITS_PER_CHARACTER)) & 31],
  ).join("");
}

/**
 * The way back, for search.
 *
 * @param text "#8F2K" or "8f2k"
 * @returns the last hexadecimal digits of the ids it stands for, or null when the text is not a short id
 */
export function shortIdSuffix(text: string): string | null {
  const characters = text.trim().replace(/^#/, "").toUpperCase();
  if (characters.length !== LENGTH) return null;
  let tail = 0;
  for (const character of characters) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    tail = tail * 32 + value;
  }
  return tail.toString(16).padStart(HEX_DIGITS, "0");
}
