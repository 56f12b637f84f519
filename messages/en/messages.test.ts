import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { en } from "@/messages/en";

type Messages = { [key: string]: string | Messages };

/** Every sentence with its key, such as "shell.places.home". */
function sentencesOf(messages: Messages, path: string[] = []): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[...path, key].join(".")] : sentencesOf(value, [...path, key]),
  );
}

test("every sentence can be read by the formatter", () => {
  const unreadable: string[] = [];
  const t = createTranslator({
    locale: "en",
    messages: en as Messages,
    // Values are missing here on purpose; what counts is whether the sentence itself is well formed.
    onError: (error) => error.code === "INVALID_MESSAGE" && unreadable.push(error.message),
  });
  const sentences = sentencesOf(en);
  expect(sentences.length).toBeGreaterThan(100);
  for (const sentence of sentences) t(sentence as never);
  expect(unreadable).toEqual([]);
});
