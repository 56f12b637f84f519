import { describe, expect, test } from "vitest";
import { createIntl } from "@/core/library/intl";
import { createLibrary } from "@/core/library/library";

const { money, numbers } = createLibrary(createIntl("Europe/Paris"));
/** `Intl` puts spaces that do not break. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("amounts", () => {
  test.each([
    [money.add(0.1, 0.2), 0.3],
    [money.add("0.1", 0.7, "0.2"), 1],
    [money.add(), 0],
    [money.subtract(0.3, 0.1), 0.2],
    [money.subtract(10, 0.1, 0.2), 9.7],
    [money.multiply(1.1, 3), 3.3],
    [money.multiply("19.99", 0.0825), 1.649175],
    [money.divide(10, 3), 3.33],
    [money.divide(10, 3, "JPY"), 3],
    [money.divide(10, 3, "KWD"), 3.333],
    [money.divide(-10, 3), -3.33],
    [money.divide(1, 0.3), 3.33],
    [money.percent(200, 19), 38],
    [money.percent(0.25, 50, "EUR"), 0.13],
    [money.sum([0.1, "0.2", null, undefined, ""]), 0.3],
    [money.sum([{ n: 1.1 }, { n: 2.2 }], (item) => item.n), 3.3],
    [money.round(2.675), 2.68],
    [money.round(-2.675), -2.68],
    [money.round(1234.5, "JPY"), 1235],
    [money.round(1.0005, "TND"), 1.001],
    [money.round(1e-9), 0],
  ])("%s is %s", (given, expected) => {
    expect(given).toBe(expected);
  });

  test.each([
    [100, 3, undefined, [33.34, 33.33, 33.33]],
    [0.05, 3, "EUR", [0.02, 0.02, 0.01]],
    [-100, 3, "EUR", [-33.34, -33.33, -33.33]],
    [100, 3, "JPY", [34, 33, 33]],
    [0, 2, "EUR", [0, 0]],
    [100, [1, 1, 2], "EUR", [25, 25, 50]],
    [10, [1, 0, 2], "EUR", [3.34, 0, 6.66]],
    [1, [0.1, 0.2], "EUR", [0.34, 0.66]],
  ])("%s in %s parts", (amount, parts, currency, shares) => {
    const given = money.split(amount, parts, currency);
    expect(given).toEqual(shares);
    expect(money.sum(given)).toBe(amount);
  });

  test.each([
    [() => money.add("12,50"), 'money.add: amount 1 must be a number, but is "12,50".'],
    [() => money.add(Number.NaN), "money.add: amount 1 must be a number, but is NaN."],
    [() => money.sum([1, "x"]), 'money.sum: item 2 must be a number, but is "x".'],
    [() => money.sum("12" as never), 'money.sum: list must be a list, but is "12".'],
    [() => money.divide(1, 0), "money.divide: by must be a number other than 0, but is 0."],
    [() => money.split(1, 0), "money.split: parts must be a whole number from 1 to 10000, but is 0."],
    [() => money.split(1, []), "parts must be a count, or weights of which one is above 0, but is a list."],
    [() => money.split(1, [-1, 2]), "weight 1 must be a number from 0"],
    [() => money.split(1.005, 2), "money.split: amount must be an amount with at most 2 decimals, but is 1.005."],
    [() => money.round(1, "EURO"), '"EURO" is not a currency. Currencies have codes such as "EUR".'],
    [() => money.format(1, undefined as never), 'money.format: currency must be a code such as "EUR", but is missing.'],
    [() => money.multiply(1e12, 100), "money.multiply: the amount is too large"],
    [() => money.add("1e999"), "money.add: amount 1 must be a number"],
  ])("refused: %s", (call, message) => {
    expect(call).toThrow(message);
  });

  test.each([
    [1234.5, "EUR", "de", "1.234,50 €"],
    [1234.5, "EUR", "fr", "1 234,50 €"],
    [-1234.5, "USD", "en", "-$1,234.50"],
    [1234.5, "JPY", "en", "¥1,235"],
    ["9999999999999.99", "EUR", "en", "€9,999,999,999,999.99"],
    [1.005, "EUR", "en", "€1.01"],
  ])("%s %s in %s", (amount, currency, locale, text) => {
    expect(plain(money.format(amount, currency, locale))).toBe(text);
  });

  test.each([
    ["1.234,50 €", "de", 1234.5],
    ["EUR 1.234,50", "de", 1234.5],
    ["1 234,50 €", "fr", 1234.5],
    ["-$1,234.50", "en", -1234.5],
    ["(1,234.50)", "en", -1234.5],
    ["CHF 1'234.50", "de-CH", 1234.5],
    ["₹12,34,567.5", "en-IN", 1234567.5],
  ])("%s in %s", (text, locale, amount) => {
    expect(money.parse(text, locale)).toBe(amount);
  });
});

describe("numbers", () => {
  test.each([
    [numbers.round(1.005, 2), 1.01],
    [numbers.round(-0.5), -1],
    [numbers.round(0.4), 0],
    [numbers.round(1250, -2), 1300],
    [numbers.round("2.345", 2), 2.35],
    [numbers.round(1e21), 1e21],
    [numbers.roundUp(1.001, 2), 1.01],
    [numbers.roundUp(-1.009, 2), -1],
    [numbers.roundDown(1.999, 2), 1.99],
    [numbers.roundDown(1.5), 1],
    [numbers.clamp(5, 0, 10), 5],
    [numbers.clamp(-5, 0, 10), 0],
    [numbers.sum([]), 0],
    [numbers.sum([1e20, 1, -1e20]), 1],
    [numbers.average([0.1, 0.2, 0.3]), 0.2],
    [numbers.average([null]), null],
    [numbers.median([3, 1, 2]), 2],
    [numbers.median([]), null],
    [numbers.min(["10", 9, null]), 9],
    [numbers.max([]), null],
    [numbers.isNumber(1), true],
    [numbers.isNumber("-1.5e3"), true],
    [numbers.isNumber(""), false],
    [numbers.isNumber(Number.NaN), false],
    [numbers.isNumber(null), false],
    [numbers.isNumber("0x10"), false],
  ])("%s is %s", (given, expected) => {
    expect(given).toBe(expected);
  });

  test.each([
    [1234567.891, {}, "1,234,567.891"],
    [1234.5, { locale: "de", digits: 2 }, "1.234,50"],
    [0.256, { percent: true }, "26%"],
    [0.2555, { percent: true, digits: 1 }, "25.6%"],
    ["12345678901234567890.5", { digits: 1 }, "12,345,678,901,234,567,890.5"],
    [1e-7, {}, "0"],
  ])("%s with %s", (value, options, text) => {
    expect(plain(numbers.format(value, options))).toBe(text);
  });

  test.each([
    ["1,234.5", "en", 1234.5],
    ["1.234.567", "de", 1234567],
    ["-0,5", "fr", -0.5],
    ["١٢٣", "ar-EG", 123],
    [".5", "en", 0.5],
    ["5-", "en", -5],
  ])("reads %s in %s", (text, locale, value) => {
    expect(numbers.parse(text, locale)).toBe(value);
  });

  test.each(["1,50", "1.2.3", "", "-", "abc", "1 2", "1,23,4", "--1", "1e5"])("%s is no number in English", (text) => {
    expect(() => numbers.parse(text)).toThrow('numbers.parse: text must be a number as it is written in "en"');
  });

  test.each([
    [() => numbers.round("x"), 'numbers.round: value must be a number, but is "x".'],
    [() => numbers.round(1, 99), "numbers.round: digits must be a whole number from -20 to 20, but is 99."],
    [() => numbers.clamp(1, 5, 0), "numbers.clamp: highest must be at least 5, but is 0."],
    [() => numbers.format(1, { locale: "xx-invalid-locale-name" }), "is not a language"],
    [() => numbers.format(1, [] as never), "numbers.format: options must be an object, but is a list."],
    [() => numbers.sum([1], 5 as never), "numbers.sum: by must be a function or the name of a field, but is 5."],
  ])("refused: %s", (call, message) => {
    expect(call).toThrow(message);
  });
});
