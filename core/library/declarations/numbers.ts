/** Written by `library.test.ts` from `types/numbers.ts`. */
export const NUMBERS_DECLARATION = `/** Numbers: rounding as on paper, and reading and writing them as people of a language do. */
declare namespace numbers {
  /** A number, or text such as \`"12.50"\`. */
  type NumberInput = number | string;

  /** A function that gives the number of an item, or the name of the field that holds it. */
  type NumberOf<T> = ((item: T) => NumberInput | null | undefined) | (keyof T & string);

  /** \`digits\`: how many decimals, exactly; without it up to three. \`percent\`: 0.25 is written as 25 %. */
  interface NumberFormat {
    locale?: string;
    digits?: number;
    percent?: boolean;
  }
  /**
   * Rounds to so many decimals (0 unless given); a half goes away from zero. Negative digits round to tens, hundreds …
   * @example numbers.round(1.005, 2) // 1.01
   */
  function round(value: NumberInput, digits?: number): number;
  /**
   * Rounds up, to so many decimals.
   * @example numbers.roundUp(1.21, 1) // 1.3
   */
  function roundUp(value: NumberInput, digits?: number): number;
  /**
   * Rounds down, to so many decimals.
   * @example numbers.roundDown(-1.21, 1) // -1.3
   */
  function roundDown(value: NumberInput, digits?: number): number;
  /**
   * Writes a number as people of a language read it.
   * @example numbers.format(1234.5, { locale: "en", digits: 2 }) // "1,234.50"
   */
  function format(value: NumberInput, options?: NumberFormat): string;
  /**
   * Reads a number that a person of a language wrote.
   * @example numbers.parse("1.234,5", "de") // 1234.5
   */
  function parse(text: string, locale?: string): number;
  /**
   * The number, or the nearer limit where it lies outside.
   * @example numbers.clamp(120, 0, 100) // 100
   */
  function clamp(value: number, lowest: number, highest: number): number;
  /**
   * Adds up a list, or a field of its items, exactly; empty ones do not count.
   * @example numbers.sum([0.1, 0.2, null]) // 0.3
   */
  function sum<T = any>(list: readonly T[], by?: NumberOf<T>): number;
  /**
   * The average of a list, or of a field of its items; empty ones do not count, and of none it is null.
   * @example numbers.average([1, 2, null, 6]) // 3
   */
  function average<T = any>(list: readonly T[], by?: NumberOf<T>): number | null;
  /**
   * The number in the middle; empty ones do not count, and of none it is null.
   * @example numbers.median([5, 1, 4, 2]) // 3
   */
  function median<T = any>(list: readonly T[], by?: NumberOf<T>): number | null;
  /**
   * The smallest number; empty ones do not count, and of none it is null.
   * @example numbers.min([{ price: 5 }, { price: 3 }], "price") // 3
   */
  function min<T = any>(list: readonly T[], by?: NumberOf<T>): number | null;
  /**
   * The largest number; empty ones do not count, and of none it is null.
   * @example numbers.max([5, null, 3]) // 5
   */
  function max<T = any>(list: readonly T[], by?: NumberOf<T>): number | null;
  /**
   * Whether a value is a number, or text that is one such as \`"12.50"\`.
   * @example numbers.isNumber("12,50") // false
   */
  function isNumber(value: unknown): boolean;
}
`;
