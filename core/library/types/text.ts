/** Text; a number is read as its digits, and an empty value as no text. */
export type TextInput = string | number | null | undefined;

/** Text as people write it. Positions and lengths count characters as people see them, except inside of emoji made of several. */
export interface TextLibrary {
  /**
   * Without the spaces at both ends.
   * @example text.trim("  Ada  ") // "Ada"
   */
  trim(text: TextInput): string;
  /**
   * Without the spaces at both ends, and with one for each run of spaces and line ends between.
   * @example text.squeeze("  Ada \n  Lovelace ") // "Ada Lovelace"
   */
  squeeze(text: TextInput): string;
  /**
   * With a capital first letter.
   * @example text.capitalize("élodie") // "Élodie"
   */
  capitalize(text: TextInput): string;
  /**
   * With a capital letter at each word and small letters after it.
   * @example text.titleCase("jean-luc O'NEIL") // "Jean-Luc O'Neil"
   */
  titleCase(text: TextInput): string;
  /**
   * Small letters, digits and hyphens alone, as in a web address.
   * @example text.slug("Crème brûlée, 2 pièces!") // "creme-brulee-2-pieces"
   */
  slug(text: TextInput): string;
  /**
   * At most so many characters, with an ending (… unless given) where something was cut off.
   * @example text.truncate("A long remark", 8) // "A long…"
   */
  truncate(text: TextInput, length: number, ending?: string): string;
  /**
   * Whether a text holds another; capitals and accents make no difference.
   * @example text.contains("Crème brûlée", "BRULEE") // true
   */
  contains(text: TextInput, part: TextInput): boolean;
  /**
   * Whether a text begins with another; capitals and accents make no difference.
   * @example text.startsWith("Élodie Martin", "elodie") // true
   */
  startsWith(text: TextInput, part: TextInput): boolean;
  /**
   * Whether a text ends with another; capitals and accents make no difference.
   * @example text.endsWith("report.PDF", ".pdf") // true
   */
  endsWith(text: TextInput, part: TextInput): boolean;
  /**
   * Whether two texts are the same but for capitals, accents and spaces around them.
   * @example text.equals(" Zoë", "zoe") // true
   */
  equals(text: TextInput, other: TextInput): boolean;
  /**
   * Orders two texts as people of a language do: below 0, 0 or above 0.
   * @example text.compare("Zebra", "Ähre", "de") // 1
   */
  compare(a: TextInput, b: TextInput, locale?: string): number;
  /**
   * What stands before the first place of a mark; the whole text where there is none.
   * @example text.before("ada@example.org", "@") // "ada"
   */
  before(text: TextInput, mark: string): string;
  /**
   * What stands after the first place of a mark; nothing where there is none.
   * @example text.after("ada@example.org", "@") // "example.org"
   */
  after(text: TextInput, mark: string): string;
  /**
   * What stands between the first place of a mark and the next of another; nothing where one is missing.
   * @example text.between("Order sent", "[", "]") // "A-17"
   */
  between(text: TextInput, start: string, end: string): string;
  /**
   * How often a text holds another.
   * @example text.count("a-b-c", "-") // 2
   */
  count(text: TextInput, part: string): number;
  /**
   * Its words: runs of letters and digits, with the hyphens and apostrophes inside.
   * @example text.words("Don't panic: it's 2026!") // ["Don't", "panic", "it's", "2026"]
   */
  words(text: TextInput): string[];
  /**
   * Its lines.
   * @example text.lines("one\r\ntwo\n") // ["one", "two"]
   */
  lines(text: TextInput): string[];
  /**
   * The first letters of its words, as capitals; at most two unless given.
   * @example text.initials("Ada King Lovelace") // "AL"
   */
  initials(text: TextInput, most?: number): string;
  /**
   * Whether it matches a pattern in which * stands for any text and ? for any one character; capitals make no difference.
   * @example text.matches("INV-2026-017", "inv-????-*") // true
   */
  matches(text: TextInput, pattern: string): boolean;
  /**
   * Fills the places of a template such as `{{name}}` or `{{order.total}}`; empty values leave nothing.
   * @example text.template("Dear {{person.name}},", { person: { name: "Ada" } }) // "Dear Ada,"
   */
  template(template: string, values: object): string;
  /**
   * Filled up to a length with a character, at the start unless `"end"` is given.
   * @example text.pad(7, 3, "0") // "007"
   */
  pad(text: TextInput, length: number, fill?: string, side?: "start" | "end"): string;
  /**
   * Its digits alone.
   * @example text.digits("+33 (0)1 23-45") // "33012345"
   */
  digits(text: TextInput): string;
  /**
   * Whether nothing stands there: no value, or spaces alone.
   * @example text.isEmpty("  ") // true
   */
  isEmpty(text: TextInput): boolean;
  /**
   * Whether it looks like the address of one mailbox.
   * @example text.isEmail("ada@example.org") // true
   */
  isEmail(text: TextInput): boolean;
  /**
   * Whether it is a web address that begins with http:// or https://.
   * @example text.isUrl("example.org") // false
   */
  isUrl(text: TextInput): boolean;
  /**
   * HTML as plain text: without tags, scripts and styles, with line ends for paragraphs.
   * @example text.stripHtml("<p>Fish &amp; <b>chips</b></p><p>2&nbsp;€</p>") // "Fish & chips\n2 €"
   */
  stripHtml(html: TextInput): string;
  /**
   * Text that shows as it is inside of HTML.
   * @example text.escapeHtml("a < b & \"c\"") // "a &lt; b &amp; &quot;c&quot;"
   */
  escapeHtml(text: TextInput): string;
  /**
   * With plain letters for those with accents, and without what has none.
   * @example text.toPlainAscii("Straße in Łódź → 5 €") // "Strasse in Lodz  5 EUR"
   */
  toPlainAscii(text: TextInput): string;
}
