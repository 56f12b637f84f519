import { RESERVED_NAMES } from "@/core/values/reserved-names";

const MAX_LENGTH = 64;

/**
 * Derives a node's name in formulas from its label.
 * @param label free text
 * @param taken names that are in use
 * @returns a letter, then letters and digits; never reserved, never taken
 */
export function nameFromLabel(label: string, taken: Iterable<string>): string {
  const base = identifierFrom(label, "step");
  return uniqueName(RESERVED_NAMES.has(base) ? `${base}Step` : base, taken);
}

/**
 * Turns free text into a camelCase identifier of plain letters and digits.
 * @param fallback used where the text has no usable letter
 */
export function identifierFrom(label: string, fallback: string): string {
  const words = label
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const camel = words.map((word, index) => (index === 0 ? decapitalize(word) : capitalize(word))).join("");
  if (camel === "") return fallback;
  const identifier = /^[A-Za-z]/.test(camel) ? camel : fallback + camel;
  return identifier.slice(0, MAX_LENGTH - 4);
}

/** @returns the base, or the base with the smallest number from 2 on that is not taken. */
export function uniqueName(base: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  if (!used.has(base)) return base;
  let number = 2;
  while (used.has(`${base}${number}`)) number += 1;
  return `${base}${number}`;
}

/** "URL" becomes "url", "Email" "email". */
const decapitalize = (word: string): string =>
  word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);

export const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
