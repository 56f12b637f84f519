import { refuse } from "@/core/library/arguments";
import type { IntlPort } from "@/core/library/intl-port";

/**
 * Reads a number as people of a language write it. Thousands may be grouped, but nothing else: "1,50" is not 150.
 * @throws Error for anything else
 */
export function parseLocalNumber(where: string, text: unknown, locale: string, intl: IntlPort): number {
  if (typeof text !== "string" || text.length > 200) return refuse(where, "text", "a number as text", text);
  const { decimal, group, digits } = intl.numberSigns(locale);
  let plain = text
    .replace(/[\u200e\u200f\u061c]/g, "")
    .replaceAll("−", "-")
    .trim();
  digits.forEach((digit, value) => {
    plain = plain.replaceAll(digit, String(value));
  });
  const isNegative = /^\(.*\)$/.test(plain) || plain.startsWith("-") || plain.endsWith("-");
  const [whole = "", fraction, ...rest] = plain
    .replace(/^[-+(]|[-)]$/g, "")
    .trim()
    .split(decimal);
  const groups = whole.split(separatorOf(group));
  const isGrouped = groups.every((part, index) =>
    (index === 0 ? /^\d{1,3}$/ : index === groups.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(part),
  );
  const isWhole = groups.length === 1 ? /^\d*$/.test(whole) : isGrouped;
  if (!isWhole || rest.length > 0 || !/^\d*$/.test(fraction ?? "") || (whole === "" && !fraction)) {
    return refuse(where, "text", `a number as it is written in "${locale}"`, text);
  }
  return Number(`${isNegative ? "-" : ""}${groups.join("") || "0"}.${fraction || "0"}`);
}

/** People type an ordinary space for a narrow one, and an apostrophe for a curved one. */
function separatorOf(group: string): string | RegExp {
  if (/\s/.test(group)) return /[\s\u00a0\u202f]/;
  if (group === "’") return /['’]/;
  return group === "" ? "\u0000" : group;
}
