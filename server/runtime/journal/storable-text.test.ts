import { expect, it } from "vitest";
import { storableText } from "@/server/runtime/journal/storable-text";

it("leaves what the database holds as it is", () => {
  const text = JSON.stringify({ text: 'a "quote", \\u0000 as text, 😀', list: [1, null] });
  expect(JSON.parse(storableText(text))).toEqual(JSON.parse(text));
});

it("escapes NUL and half surrogate pairs in values and keys", () => {
  const text = JSON.stringify({ "k\0": ["a\0b", "\ud83d", "\ude00", "😀\ud83d"] });
  expect(JSON.parse(storableText(text))).toEqual({
    "k\\u0000": ["a\\u0000b", "\\ud83d", "\\ude00", "😀\\ud83d"],
  });
});
