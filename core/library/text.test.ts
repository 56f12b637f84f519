import { describe, expect, test } from "vitest";
import { createIntl } from "@/core/library/intl";
import { createLibrary } from "@/core/library/library";

const { text } = createLibrary(createIntl("Europe/Paris"));

test.each([
  [text.trim(null), ""],
  [text.trim("\u00a0 a b\t"), "a b"],
  [text.trim(5), "5"],
  [text.squeeze("a\n\n b"), "a b"],
  [text.capitalize(""), ""],
  [text.capitalize("ßa"), "SSa"],
  [text.titleCase("don't PANIC"), "Don't Panic"],
  [text.titleCase("o’neill-MÜLLER 2nd"), "O’Neill-Müller 2nd"],
  [text.slug("  Ça & là -- ÅSA's  "), "ca-la-asas"],
  [text.slug("日本"), ""],
  [text.truncate("short", 10), "short"],
  [text.truncate("A long remark", 6, "..."), "A l..."],
  [text.truncate("abc", 0), ""],
  [text.truncate("abcdef", 2, "...."), "ab"],
  [text.truncate("👍👍👍", 2), "👍…"],
  [text.contains("İstanbul", "istanbul"), true],
  [text.contains("abc", ""), true],
  [text.contains(null, "a"), false],
  [text.startsWith("Ünal", "u"), true],
  [text.endsWith("CAFÉ", "fe"), true],
  [text.equals("Straße", "STRASSE"), false],
  [text.compare("a", "B"), -1],
  [text.compare("item 10", "item 9"), 1],
  [text.compare("a", "a"), 0],
  [text.before("a-b-c", "-"), "a"],
  [text.before("abc", "-"), "abc"],
  [text.after("a-b-c", "-"), "b-c"],
  [text.after("abc", "-"), ""],
  [text.between("a[b]c]", "[", "]"), "b"],
  [text.between("]a[b", "[", "]"), ""],
  [text.count("aaaa", "aa"), 2],
  [text.initials("jean-luc picard"), "JP"],
  [text.initials("Ada King Lovelace", 3), "AKL"],
  [text.initials(""), ""],
  [text.matches("INV-1", "INV-*"), true],
  [text.matches("INV", "INV?"), false],
  [text.matches("abcabc", "*abc"), true],
  [text.matches("", "*"), true],
  [text.matches("a.c", "a?c"), true],
  [text.matches("abc", "a.c"), false],
  [text.template("{{a}} {{ b.c }} {{d}} {{e}}", { a: 1, b: { c: "x" }, d: null }), "1 x  "],
  [text.template("{{constructor}}{{a.length}}", { a: "abc" }), ""],
  [text.template("{{}} {{a", { a: 1 }), "{{}} {{a"],
  [text.template("{{a}}", { a: "{{a}}" }), "{{a}}"],
  [text.pad("abc", 5), "  abc"],
  [text.pad("abc", 5, ".", "end"), "abc.."],
  [text.pad("abcdef", 3), "abcdef"],
  [text.digits("tel. 01"), "01"],
  [text.isEmpty(undefined), true],
  [text.isEmpty("0"), false],
  [text.toPlainAscii("Łódź Ærø “ok” – 5 €"), 'Lodz AEro "ok" - 5 EUR'],
  [text.toPlainAscii("日本 ok"), " ok"],
  [text.escapeHtml("<a href='x'>&</a>"), "&lt;a href=&#39;x&#39;&gt;&amp;&lt;/a&gt;"],
])("%# gives %s", (given, expected) => {
  expect(given).toEqual(expected);
});

test("words and lines", () => {
  expect(text.words("Élodie's well-known, -- über!")).toEqual(["Élodie's", "well-known", "über"]);
  expect(text.words("")).toEqual([]);
  expect(text.lines("a\r\rb\n\n")).toEqual(["a", "", "b", ""]);
  expect(text.lines("")).toEqual([]);
});

test.each(["a@b.co", "ada.lovelace+news@mail.example.org", "o'neil@example.museum", "ada@bücher.example"])(
  "%s is a mailbox",
  (address) => {
    expect(text.isEmail(address)).toBe(true);
  },
);

test.each(
  [
    ["", "a", "a@b", "@b.co", "a@b..co", "a b@c.de", "a@b.co ", "a@-b.co", ".a@b.co", "a..b@c.de", "a@b.1", "<a@b.co>"],
  ].flat(),
)("%s is none", (address) => {
  expect(text.isEmail(address)).toBe(false);
});

test.each([
  ["https://example.org/a?b=c#d", true],
  ["HTTP://localhost:3000", true],
  ["https://", false],
  ["ftp://example.org", false],
  ["javascript:alert(1)", false],
  ["https://a b", false],
])("%s is a web address: %s", (address, expected) => {
  expect(text.isUrl(address)).toBe(expected);
});

test.each([
  ["a<br>b<BR/>c", "a\nb\nc"],
  ["<style>p { }</style><p>a</p><script>if (1 < 2) x()</script>b", "a\nb"],
  ["<!-- <p>x</p> -->a &lt;b&gt; &#233;&#xe9; &nope; &valueOf;", "a <b> éé &nope; &valueOf;"],
  ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
  ["<ul><li>one</li><li>two</li></ul>", "one\ntwo"],
  ["an <b", "an"],
  ["  much \n space ", "much space"],
])("%s as plain text", (html, expected) => {
  expect(text.stripHtml(html)).toBe(expected);
});

describe("wrong arguments", () => {
  test.each([
    [() => text.trim({} as never), "text.trim: text must be text, but is an object."],
    [() => text.before("a", ""), 'text.before: mark must be text, but is "".'],
    [() => text.truncate("a", -1), "text.truncate: length must be a whole number from 0 to 1000000, but is -1."],
    [() => text.pad("a", 3, "ab"), 'text.pad: fill must be one character, but is "ab".'],
    [() => text.pad("a", 1e9), "text.pad: length must be a whole number from 0 to 1000000"],
    [() => text.matches("a", "*".repeat(201)), "text.matches: pattern must be at most 200 characters"],
    [() => text.template("{{a}}", { a: {} }), "text.template: {{a}} must be text or a number, but is an object."],
    [() => text.template("{{a}}".repeat(3), { a: "x".repeat(500_000) }), "the text is too long"],
    [() => text.compare("a", "b", "??"), '"??" is not a language.'],
    [() => text.words(Symbol("s") as never), "text.words: text must be text, but is a symbol."],
    [() => text.words((() => 1) as never), "text.words: text must be text, but is a function."],
  ])("%s", (call, message) => {
    expect(call).toThrow(message);
  });
});

describe("100 KB of what would make a careless pattern hang", () => {
  const size = 100_000;
  const hostile = [
    "a".repeat(size),
    " ".repeat(size),
    "<".repeat(size),
    "<!--".repeat(size / 4),
    "<a ".repeat(size / 3),
    "&#".repeat(size / 2),
    "{{".repeat(size / 2),
    "a'".repeat(size / 2),
    "a-".repeat(size / 2),
    `${"a.".repeat(size / 2)}@`,
    `a@${"a.".repeat(size / 2)}`,
    "\n".repeat(size),
    "é".repeat(size),
  ];

  test.each(
    Object.keys(text).filter(
      (name) => !["template", "matches", "compare", "before", "after", "between"].includes(name),
    ),
  )("text.%s", (name) => {
    const call = text[name as keyof typeof text] as (...given: unknown[]) => unknown;
    const second: Record<string, unknown> = { truncate: 10, pad: 100, count: "aa", initials: 2 };
    for (const given of hostile)
      expect(call(given, second[name] ?? (call.length > 1 ? "aaab" : undefined))).toBeDefined();
  });

  test("text.matches and text.template", () => {
    for (const given of hostile) {
      expect(text.matches(`${given}!`, `*a*a*a*a*a${"a".repeat(150)}?b`)).toBe(false);
      expect(text.template(given, {})).toBe(given);
    }
  });
});
