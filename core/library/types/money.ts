/** A number, or text such as `"12.50"`. */
export type Amount = number | string;

/** A function that gives the amount of an item, or the name of the field that holds it. */
export type AmountOf<T> = ((item: T) => Amount | null | undefined) | (keyof T & string);

/** Amounts of money, reckoned exactly in decimals: `money.add(0.1, 0.2)` is 0.3. They lie below 10,000,000,000,000. Currencies are codes such as `EUR`. */
export interface Money {
  /**
   * Adds amounts.
   * @example money.add(0.1, 0.2) // 0.3
   */
  add(...amounts: Amount[]): number;
  /**
   * Takes amounts away from the first.
   * @example money.subtract(1, 0.9) // 0.1
   */
  subtract(amount: Amount, ...amounts: Amount[]): number;
  /**
   * Multiplies an amount; it is not rounded.
   * @example money.multiply(1.15, 3) // 3.45
   */
  multiply(amount: Amount, factor: Amount): number;
  /**
   * Divides an amount, rounded to what the currency has (two decimals without one).
   * @example money.divide(100, 3, "EUR") // 33.33
   */
  divide(amount: Amount, by: Amount, currency?: string): number;
  /**
   * So many percent of an amount, rounded to what the currency has (two decimals without one).
   * @example money.percent(49.99, 20, "EUR") // 10
   */
  percent(amount: Amount, percent: Amount, currency?: string): number;
  /**
   * Adds up a list, or a field of its items; empty ones do not count.
   * @example money.sum([{ Amount: 10.1 }, { Amount: null }, { Amount: "0.2" }], "Amount") // 10.3
   */
  sum<T>(list: readonly T[], by?: AmountOf<T>): number;
  /**
   * Rounds to what the currency has (two decimals without one); a half goes away from zero.
   * @example money.round(1.005, "EUR") // 1.01
   */
  round(amount: Amount, currency?: string): number;
  /**
   * Splits an amount into equal parts, or by weights, that add up to it exactly.
   * @example money.split(100, 3, "EUR") // [33.34, 33.33, 33.33]
   */
  split(amount: Amount, parts: number | readonly number[], currency?: string): number[];
  /**
   * Writes an amount as people of a language read it.
   * @example money.format(1234.5, "EUR", "de") // "1.234,50\u00a0€"
   */
  format(amount: Amount, currency: string, locale?: string): string;
  /**
   * Reads an amount that a person of a language wrote, with or without the currency.
   * @example money.parse("1.234,50 €", "de") // 1234.5
   */
  parse(text: string, locale?: string): number;
  /**
   * How many decimals a currency has.
   * @example money.digits("JPY") // 0
   */
  digits(currency: string): number;
}
