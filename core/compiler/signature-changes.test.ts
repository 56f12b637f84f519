import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { functionSignature } from "@/core/compiler/function-signature";
import { signatureChanges } from "@/core/compiler/signature-changes";
import messages from "@/messages/en/functions.json";

const say = createTranslator({
  locale: "en",
  messages: { functions: messages },
  namespace: "functions.signatureChanges",
});

/** What people read when the first line changes from one to the other. */
function words(before: string, after: string): string[] {
  return signatureChanges(signatureOf(before), signatureOf(after)).map(({ what, ...params }) =>
    say(what, { ...params, optional: "optional" in params ? String(params.optional) : "" }),
  );
}

function signatureOf(head: string) {
  const read = functionSignature(`export function f${head} {}`);
  if ("problem" in read) throw new Error(read.problem.reason);
  return read.head.signature;
}

describe("a signature's change in words", () => {
  test.each([
    ["the same", "(a: string): string", "(a: string): string", []],
    ["added", "(a: string): void", "(a: string, b: number): void", ["New input b (number)"]],
    ["added, may be empty", "(): void", "(b?: number): void", ["New input b (number), may be empty"]],
    ["removed", "(a: string, b: number): void", "(a: string): void", ["Input b is gone"]],
    [
      "renamed",
      "(mail: string, n: number): void",
      "(email: string, n: number): void",
      ["Input mail is now called email"],
    ],
    [
      "renamed and no longer required",
      "(mail: string): void",
      "(email?: string): void",
      ["Input mail is now called email", "Input email may be empty now"],
    ],
    ["another type", "(a: string): void", "(a: number): void", ["Input a was string, is now number"]],
    ["required", "(a?: string): void", "(a: string): void", ["Input a must be filled in now"]],
    [
      "other order",
      "(a: string, b: string): void",
      "(b: string, a: string): void",
      ["The inputs stand in another order"],
    ],
    ["gives back", "(): string", "(): Promise<number>", ["Gave back string, gives back number now"]],
    [
      "replaced by one of another type",
      "(a: string): void",
      "(b: number): void",
      ["New input b (number)", "Input a is gone"],
    ],
  ])("%s", (_name, before, after, expected) => {
    expect(words(before, after)).toEqual(expected);
  });

  test("one that is renamed beside a new one at the end is still told as renamed", () => {
    expect(words("(email: string, n: number): void", "(mail: string, n: number, language: string): void")).toEqual([
      "Input email is now called mail",
      "New input language (string)",
    ]);
  });

  test("where the others moved, no rename is guessed", () => {
    expect(words("(email: string, name: string): void", "(id: string, mail: string, name: string): void")).toEqual([
      "New input id (string)",
      "New input mail (string)",
      "Input email is gone",
    ]);
  });
});
