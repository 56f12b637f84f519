import { asName, asWholeNumber, MOST_CHARACTERS, refuse } from "@/core/library/arguments";
import { fillTemplate } from "@/core/library/fill-template";
import { fold, plainLetters } from "@/core/library/fold";
import { escapeHtml, stripHtml } from "@/core/library/html-text";
import type { IntlPort } from "@/core/library/intl-port";
import { matchesWildcards } from "@/core/library/matches-wildcards";
import type { TextInput, TextLibrary } from "@/core/library/types/text";
import { unicodePattern, WORD_CHARACTER } from "@/core/library/unicode-pattern";

/** @returns `text` */
export function createText(intl: IntlPort): TextLibrary {
  return {
    trim: (text) => read("trim", text).trim(),
    squeeze: (text) => read("squeeze", text).trim().replace(/\s+/g, " "),
    capitalize: (text) => capitalized(read("capitalize", text)),
    titleCase: (text) =>
      read("titleCase", text).replace(unicodePattern(`[${WORD_CHARACTER}]+`, "gu"), (word, at: number, all: string) =>
        unicodePattern("\\p{L}['’]$").test(all.slice(Math.max(0, at - 3), at)) && word.length === 1
          ? word.toLowerCase()
          : capitalized(word.toLowerCase()),
      ),
    slug: (text) =>
      plainLetters(read("slug", text))
        .toLowerCase()
        .replace(/['’]/g, "")
        .split(/[^a-z0-9]+/)
        .filter(Boolean)
        .join("-"),
    truncate: (text, length, ending) => {
      const most = asWholeNumber("text.truncate", "length", length, 0, MOST_CHARACTERS);
      const end = ending === undefined ? "…" : read("truncate", ending);
      const whole = read("truncate", text);
      if (whole.length <= most) return whole;
      const characters = [...whole];
      if (characters.length <= most) return whole;
      const room = most - [...end].length;
      return room < 0 ? characters.slice(0, most).join("") : characters.slice(0, room).join("").trimEnd() + end;
    },
    contains: (text, part) => fold(read("contains", text)).includes(fold(read("contains", part))),
    startsWith: (text, part) => fold(read("startsWith", text)).startsWith(fold(read("startsWith", part))),
    endsWith: (text, part) => fold(read("endsWith", text)).endsWith(fold(read("endsWith", part))),
    equals: (text, other) => fold(read("equals", text)).trim() === fold(read("equals", other)).trim(),
    compare: (a, b, locale) =>
      intl.compare(read("compare", a), read("compare", b), asName("text.compare", "locale", locale, "en")),
    before: (text, mark) => {
      const whole = read("before", text);
      const at = whole.indexOf(markOf("before", "mark", mark));
      return at < 0 ? whole : whole.slice(0, at);
    },
    after: (text, mark) => {
      const whole = read("after", text);
      const at = whole.indexOf(markOf("after", "mark", mark));
      return at < 0 ? "" : whole.slice(at + mark.length);
    },
    between: (text, start, end) => {
      const whole = read("between", text);
      const from = whole.indexOf(markOf("between", "start", start));
      const to = whole.indexOf(markOf("between", "end", end), from + start.length);
      return from < 0 || to < 0 ? "" : whole.slice(from + start.length, to);
    },
    count: (text, part) => read("count", text).split(markOf("count", "part", part)).length - 1,
    words: (text) =>
      read("words", text).match(unicodePattern(`[${WORD_CHARACTER}]+(?:['’-][${WORD_CHARACTER}]+)*`, "gu")) ?? [],
    lines: (text) => {
      const whole = read("lines", text).replace(/\r\n?/g, "\n").replace(/\n$/, "");
      return whole === "" ? [] : whole.split("\n");
    },
    initials: (text, most) => {
      const count = most === undefined ? 2 : asWholeNumber("text.initials", "most", most, 1, 100);
      const letters = (
        read("initials", text).match(unicodePattern(`[\\p{L}\\p{N}][${WORD_CHARACTER}'’]*`, "gu")) ?? []
      ).map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0).toUpperCase());
      if (letters.length <= count) return letters.join("");
      return [...letters.slice(0, count - 1), letters.at(-1)].join("");
    },
    matches: (text, pattern) => {
      if (typeof pattern !== "string" || pattern.length > 200) {
        return refuse("text.matches", "pattern", 'at most 200 characters such as "INV-*"', pattern);
      }
      return matchesWildcards(read("matches", text).toLowerCase(), pattern.toLowerCase());
    },
    template: fillTemplate,
    pad: (text, length, fill, side) => {
      const most = asWholeNumber("text.pad", "length", length, 0, MOST_CHARACTERS);
      const whole = read("pad", text);
      const filler = fill === undefined ? " " : read("pad", fill);
      if ([...filler].length !== 1) refuse("text.pad", "fill", "one character", fill);
      if (side !== undefined && side !== "start" && side !== "end")
        refuse("text.pad", "side", '"start" or "end"', side);
      const padding = filler.repeat(Math.max(0, most - [...whole].length));
      return side === "end" ? whole + padding : padding + whole;
    },
    digits: (text) => read("digits", text).replace(/[^0-9]+/g, ""),
    isEmpty: (text) => read("isEmpty", text).trim() === "",
    isEmail: (text) => isEmail(read("isEmail", text)),
    isUrl: (text) => isUrl(read("isUrl", text)),
    stripHtml: (html) => stripHtml(read("stripHtml", html)),
    escapeHtml: (text) => escapeHtml(read("escapeHtml", text)),
    toPlainAscii: (text) => plainLetters(read("toPlainAscii", text)).replace(/[^\n\t\x20-\x7e]+/g, ""),
  };
}

function read(name: string, given: TextInput): string {
  if (typeof given === "string") return given;
  if (given === null || given === undefined) return "";
  return typeof given === "number" ? String(given) : refuse(`text.${name}`, "text", "text", given);
}

function markOf(name: string, argument: string, given: unknown): string {
  return typeof given === "string" && given !== "" ? given : refuse(`text.${name}`, argument, "text", given);
}

function capitalized(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return text === "" ? "" : first.toUpperCase() + text.slice(first.length);
}

/** As the HTML standard reads addresses, with a dot in the domain. */
function isEmail(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split(".");
  return (
    at > 0 &&
    local.length <= 64 &&
    /^[\w.!#$%&'*+/=?^`{|}~\u0080-\uffff-]+$/.test(local) &&
    !local.startsWith(".") &&
    !local.endsWith(".") &&
    !local.includes("..") &&
    labels.length > 1 &&
    labels.every((label) => unicodePattern(`^[${WORD_CHARACTER}-]{1,63}$`).test(label)) &&
    labels.every((label) => !label.startsWith("-") && !label.endsWith("-")) &&
    !/^\d+$/.test(labels.at(-1) ?? "")
  );
}

function isUrl(text: string): boolean {
  if (text.length > 4_096 || !/^https?:\/\/[^\s/?#]+/i.test(text) || /\s/.test(text)) return false;
  try {
    return new URL(text).hostname !== "";
  } catch {
    return false;
  }
}
