import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { parseDocument } from "@/core/graph/parse-document";
import { scopeOf } from "@/core/values/scope-of";

function namesAt(sample: string, nodeId: string): string[] {
  const path = join(import.meta.dirname, "../compiler/samples", sample, "graph.json");
  const { document } = parseDocument(JSON.parse(readFileSync(path, "utf8")));
  return scopeOf(document!, nodeId, sampleWorkspace).map(
    ({ name, stands, mayBeMissing }) => `${name}: ${stands}${mayBeMissing ? ", may be missing" : ""}`,
  );
}

// press ─► subscriber ─► addMember ─then──► changeLead ─► answer
//                                 └─error─► logFailure ─► sorry
test("on the if-it-fails line the error stands in place of the output", () => {
  const sample = "a-lead-joins-the-mailing-list";

  expect(namesAt(sample, "n5")).toEqual([
    "press: output",
    "subscriber: output",
    "addMember: output",
    "changeLead: output",
  ]);
  expect(namesAt(sample, "n7")).toEqual([
    "press: output",
    "subscriber: output",
    "addMember: error",
    "logFailure: output",
  ]);
  expect(namesAt(sample, "n1")).toEqual([]);
});

// input ─► rate ─then──► answer
//              └─error─► fallback ─► answer
test("where both lines meet the name is either, and what stood on one line may be missing", () => {
  expect(namesAt("the-error-line-meets-the-main-line-again", "r")).toEqual([
    "input: output",
    "rate: either",
    "fallback: output, may be missing",
  ]);
});

// input ─► size ─big─► discount ─► answer
//              └─otherwise───────► answer
test("a branch that may be skipped is told", () => {
  expect(namesAt("a-branch-that-meets-the-main-line-again", "r")).toEqual([
    "input: output",
    "size: output",
    "discount: output, may be missing",
  ]);
});

test("what runs beside is there once it is waited for", () => {
  expect(namesAt("joins-that-do-not-nest", "x")).toEqual(["input: output", "a: output", "b: output"]);
  expect(namesAt("branches-run-at-the-same-time", "r")).toEqual(["input: output", "left: output", "right: output"]);
});

test("where a step's own type leaves open what it gives, what the type checker knows stands in its place", () => {
  const path = join(import.meta.dirname, "../compiler/samples/code-reads-earlier-steps-by-name/graph.json");
  const { document } = parseDocument(JSON.parse(readFileSync(path, "utf8")));
  const code = document!.nodes.find(({ type }) => type === "code")!;
  const after = document!.edges.find(({ from }) => from === code.id)!.to;
  const typesOf = (known?: Record<string, string>) =>
    Object.fromEntries(scopeOf(document!, after, sampleWorkspace, "", known).map(({ name, type }) => [name, type]));
  const told = { [code.name]: "{ total: number }" };

  expect(typesOf()[code.name]).toBe("any");
  expect(typesOf(told)[code.name]).toBe("{ total: number }");
});
