import { expect, test } from "vitest";
import { nameFromLabel } from "@/core/graph/names";

test.each([
  ["Add to mailing list", "addToMailingList"],
  ["URL of the page", "urlOfThePage"],
  ["Créer un élément", "creerUnElement"],
  ["2nd try", "step2ndTry"],
  ["return", "returnStep"],
  ["Math", "math"],
  ["連絡先", "step"],
  ["Ana's lead", "anasLead"],
  ["run", "runStep"],
])("%s is called %s in formulas", (label, name) => {
  expect(nameFromLabel(label, [])).toBe(name);
});

test("a name in use gets the next number", () => {
  expect(nameFromLabel("Lead", ["lead", "lead2"])).toBe("lead3");
});
