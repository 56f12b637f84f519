/** @returns a label as it stands inside a sentence: "E-mail" becomes "e-mail", "VAT number" stays. */
export function inSentence(label: string): string {
  const [first = "", second = ""] = label;
  return second === second.toLowerCase() ? first.toLowerCase() + label.slice(1) : label;
}
