import { expect, test } from "vitest";
import { withTypeFindings } from "@/components/editor/store/type-findings";
import { error, warning } from "@/core/compiler/diagnostic";
import { parseDocument } from "@/core/graph/parse-document";

const { document } = parseDocument({
  format: "millrace/automation",
  schemaVersion: 1,
  name: "T",
  nodes: [
    { id: "a", type: "code", name: "a", label: "A", config: { code: "return 1;" } },
    { id: "b", type: "code", name: "b", label: "B", config: { code: "return 2;" } },
  ],
  edges: [],
});
const checked = document!;
const compiled = [error("NO_TRIGGER")];
const findings = [
  error("WRONG_KIND", { nodeId: "a", field: "x" }),
  warning("MAY_BE_EMPTY", { nodeId: "b", field: "y" }),
];

test("what the type checker found stands behind what the compiler did", () => {
  const found = withTypeFindings(compiled, { document: checked, diagnostics: findings }, checked);
  expect(found.map(({ code }) => code)).toEqual(["NO_TRIGGER", "WRONG_KIND", "MAY_BE_EMPTY"]);
});

test("of a step that was changed since, nothing is known until the next answer", () => {
  const [a, b] = checked.nodes;
  const edited = { ...checked, nodes: [{ ...a!, label: "Other" }, b!] };
  const found = withTypeFindings(compiled, { document: checked, diagnostics: findings }, edited);
  expect(found.map(({ code }) => code)).toEqual(["NO_TRIGGER", "MAY_BE_EMPTY"]);
});

test("without an answer the compiler's problems are all", () => {
  expect(withTypeFindings(compiled, null, checked)).toBe(compiled);
});
