import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { readDocumentText } from "@/components/editor/list/read-document-text";
import { fileNameOf } from "@/components/ui/save-text";
import { emptyDocument } from "@/core/graph/empty-document";
import { writeDocument } from "@/core/graph/write-document";
import { en } from "@/messages/en";

const words = createTranslator({ locale: "en", messages: en, namespace: "diagnostics" });
const reasons = (text: string) =>
  readDocumentText(text).diagnostics.map(({ code, params }) => words(code as never, params as never));

test("a file that was downloaded is read as what it was", () => {
  const document = emptyDocument("Greet");

  expect(readDocumentText(writeDocument(document))).toEqual({ document, diagnostics: [] });
});

test("a file that holds no automation is refused with the reason", () => {
  expect(reasons("")).toEqual(["This file holds no JSON, so it is no automation."]);
  expect(reasons("[1]")).toEqual(["This is not an automation document: an object was expected."]);
  expect(reasons("{}")).toEqual(["This is not an automation document: format or schemaVersion is missing."]);
  expect(reasons(writeDocument({ ...emptyDocument("x"), name: "" }))[0]).toMatch(/^name is not as it should be: /);
});

test("a file is called like the automation", () => {
  expect(fileNameOf("Añadir: Paolo & Co.", "json")).toBe("anadir-paolo-co.json");
  expect(fileNameOf("***", "ts")).toBe("automation.ts");
});
