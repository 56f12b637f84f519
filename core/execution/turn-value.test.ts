import { expect, test } from "vitest";
import { turnValue } from "@/core/execution/turn-value";

const payload = { record: { id: "7", Email: "" }, tags: ["a"], __proto__: null };

test.each([
  ["a start without turns", undefined, null],
  ["all of an automation", {}, ""],
  ["those of one record", { per: "record.id" }, ["7"]],
  ["those with the same list", { per: "tags" }, [["a"]]],
  ["nothing is given there", { per: "record.Owner" }, null],
  ["an empty text is given there", { per: "record.Email" }, null],
  ["a path through a text", { per: "record.id.length" }, null],
  ["what every object has", { per: "record.constructor" }, null],
])("%s", (_case, oneByOne, value) => {
  expect(turnValue(oneByOne, payload)).toEqual(value);
});
