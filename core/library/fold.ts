/** @returns the text without capitals and accents: texts that people take for the same give the same. */
export const fold = (text: string): string => withoutMarks(text.toLowerCase());

/** @returns the text with plain Latin letters for those with accents or of another shape. */
export const plainLetters = (text: string): string =>
  withoutMarks(text).replace(/[^ -~]/g, (letter) => PLAIN[letter] ?? letter);

const withoutMarks = (text: string): string =>
  /^[ -~\s]*$/.test(text) ? text : text.normalize("NFD").replace(/[\u0300-\u036f]+/g, "");

/** What is no letter with a mark. */
const PLAIN: Record<string, string> = {
  ...{ ß: "ss", ẞ: "SS", æ: "ae", Æ: "AE", œ: "oe", Œ: "OE", ø: "o", Ø: "O", ł: "l", Ł: "L", đ: "d", Đ: "D" },
  ...{ ð: "d", Ð: "D", þ: "th", Þ: "Th", ı: "i", ħ: "h", Ħ: "H", ĸ: "k", ŋ: "n", Ŋ: "N", ſ: "s" },
  ...{ "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "−": "-" },
  ...{
    "…": "...",
    "\u00a0": " ",
    "\u202f": " ",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "©": "(c)",
    "®": "(r)",
    "™": "TM",
  },
};
