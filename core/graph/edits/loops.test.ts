import { describe, expect, test } from "vitest";
import { canConnect } from "@/core/graph/can-connect";
import { type AutomationDocument, DOCUMENT_FORMAT, type GraphEdge, SCHEMA_VERSION } from "@/core/graph/document";
import { changeName } from "@/core/graph/edits/change-name";
import { moveIntoLoop } from "@/core/graph/edits/move-into-loop";
import { pasteNodes } from "@/core/graph/edits/paste-nodes";
import { removeNodes } from "@/core/graph/edits/remove-nodes";
import { wrapInLoop } from "@/core/graph/edits/wrap-in-loop";
import { crossingEdges, loopIndex, placeOf } from "@/core/graph/loops";

/** `[id, type, parent]`, and lines as "start > loop", "loop each > inside". */
function drawing(nodes: [string, string, string?][], lines: string[]): AutomationDocument {
  return {
    format: DOCUMENT_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    name: "Loops",
    nodes: nodes.map(([id, type, parent]) => ({
      id,
      type,
      name: id,
      label: id,
      config: {},
      ...(parent && { parent }),
    })),
    edges: lines.map(edge),
    layout: Object.fromEntries(nodes.map(([id], index) => [id, { x: index * 100, y: index * 10 }])),
  };
}

function edge(line: string): GraphEdge {
  const [from = "", to = ""] = line.split(" > ");
  const [id = "", handle = "then"] = from.split(" ");
  return { from: id, handle, to };
}

const linesOf = ({ edges }: AutomationDocument) =>
  edges.map(({ from, handle, to }) => (handle === "then" ? `${from} > ${to}` : `${from} ${handle} > ${to}`)).sort();
const parentsOf = ({ nodes }: AutomationDocument) =>
  Object.fromEntries(nodes.flatMap(({ id, parent }) => (parent ? [[id, parent]] : [])));

// start ─► loop{ each ─► one ─► two } ─► after
const looped = drawing(
  [
    ["start", "manual"],
    ["loop", "for-each"],
    ["one", "log", "loop"],
    ["two", "log", "loop"],
    ["after", "log"],
  ],
  ["start > loop", "loop each > one", "one > two", "loop > after"],
);

describe("a step moved into a loop", () => {
  test("stays where it is on the canvas, and its lines across the border are cut", () => {
    const chain = drawing(
      [
        ["start", "manual"],
        ["loop", "for-each"],
        ["a", "log"],
        ["b", "log"],
      ],
      ["start > a", "a > b"],
    );
    const moved = moveIntoLoop(chain, ["a"], "loop");
    expect(parentsOf(moved)).toEqual({ a: "loop" });
    expect(linesOf(moved)).toEqual([]);
    expect(placeOf(moved, "a")).toEqual(placeOf(chain, "a"));
    expect(moved.layout.a).toEqual({ x: 100, y: 10 });
  });

  test("takes the lines between steps that move together along", () => {
    const out = moveIntoLoop(looped, ["one", "two"], null);
    expect(parentsOf(out)).toEqual({});
    expect(linesOf(out)).toEqual(["loop > after", "one > two", "start > loop"]);
    expect(linesOf(moveIntoLoop(out, ["one", "two"], "loop"))).toEqual(["loop > after", "one > two", "start > loop"]);
  });

  test("is refused for a start, for a loop into itself and into what is no loop", () => {
    expect(moveIntoLoop(looped, ["start"], "loop")).toBe(looped);
    expect(moveIntoLoop(looped, ["loop"], "loop")).toBe(looped);
    expect(moveIntoLoop(looped, ["after"], "one")).toBe(looped);
    const nested = moveIntoLoop(
      drawing(
        [
          ["outer", "for-each"],
          ["inner", "for-each", "outer"],
        ],
        [],
      ),
      ["outer"],
      "inner",
    );
    expect(parentsOf(nested)).toEqual({ inner: "outer" });
  });

  test("brings its own body along when it is a loop", () => {
    const two = drawing(
      [
        ["outer", "for-each"],
        ["inner", "for-each"],
        ["leaf", "log", "inner"],
      ],
      ["inner each > leaf"],
    );
    const nested = moveIntoLoop(two, ["inner", "leaf"], "outer");
    expect(parentsOf(nested)).toEqual({ inner: "outer", leaf: "inner" });
    expect(linesOf(nested)).toEqual(["inner each > leaf"]);
    expect(placeOf(nested, "leaf")).toEqual(placeOf(two, "leaf"));
  });
});

describe("steps wrapped in a loop", () => {
  const chain = drawing(
    [
      ["start", "manual"],
      ["a", "log"],
      ["b", "code"],
      ["c", "log"],
      ["d", "log"],
    ],
    ["start > a", "a > b", "b > c", "b error > d"],
  );
  const loop = { id: "loop", type: "for-each", label: "Repeat", config: {} };

  test("become its body, and lines lead to and from the loop", () => {
    const wrapped = wrapInLoop(chain, ["a", "b"], loop, { x: 112, y: 48 });
    expect(parentsOf(wrapped)).toEqual({ a: "loop", b: "loop" });
    expect(linesOf(wrapped)).toEqual(["a > b", "loop > c", "loop each > a", "loop error > d", "start > loop"]);
    expect(wrapped.layout.loop).toEqual({ x: 100, y: 10 });
    expect(wrapped.layout.a).toEqual({ x: 112, y: 48 });
    expect(wrapped.layout.b).toEqual({ x: 212, y: 58 });
    expect(crossingEdges(wrapped)).toEqual([]);
  });

  test("are unwrapped by deleting the loop with its neighbours rejoined", () => {
    const wrapped = wrapInLoop(chain, ["a", "b"], loop, { x: 112, y: 48 });
    const opened = removeNodes(wrapped, ["loop"], { rejoin: true });
    expect(parentsOf(opened)).toEqual({});
    expect(linesOf(opened)).toEqual(["a > b", "b > c", "start > a"]);
    expect(opened.nodes.some(({ id }) => id === "loop")).toBe(false);
  });

  test("must stand together, without the start", () => {
    expect(wrapInLoop(chain, ["start", "a"], loop, { x: 0, y: 0 })).toBe(chain);
    expect(wrapInLoop(looped, ["one", "after"], { ...loop, id: "new" }, { x: 0, y: 0 })).toBe(looped);
    expect(wrapInLoop(chain, [], loop, { x: 0, y: 0 })).toBe(chain);
  });

  test("inside a loop stay in it, one deeper", () => {
    const wrapped = wrapInLoop(looped, ["two"], { ...loop, id: "inner" }, { x: 112, y: 48 });
    expect(parentsOf(wrapped)).toEqual({ one: "loop", two: "inner", inner: "loop" });
    expect(linesOf(wrapped)).toContain("one > inner");
    expect(linesOf(wrapped)).toContain("inner each > two");
  });
});

test("a deleted loop takes its body with it", () => {
  const left = removeNodes(looped, ["loop"]);
  expect(left.nodes.map(({ id }) => id)).toEqual(["start", "after"]);
  expect(left.edges).toEqual([]);
  expect(Object.keys(left.layout)).toEqual(["start", "after"]);
});

test("a loop that ends with a decision goes on by all its ways when it is unwrapped, and not by an end", () => {
  const document = drawing(
    [
      ["start", "manual"],
      ["loop", "for-each"],
      ["size", "condition", "loop"],
      ["stop", "stop", "loop"],
      ["after", "log"],
    ],
    ["start > loop", "loop each > size", "loop each > stop", "loop > after"],
  );
  expect(linesOf(removeNodes(document, ["loop"], { rejoin: true }))).toEqual([
    "size otherwise > after",
    "start > size",
    "start > stop",
  ]);
});

test("an empty loop that is deleted and rejoined is bridged", () => {
  const empty = drawing(
    [
      ["start", "manual"],
      ["loop", "for-each"],
      ["after", "log"],
    ],
    ["start > loop", "loop > after"],
  );
  expect(linesOf(removeNodes(empty, ["loop"], { rejoin: true }))).toEqual(["start > after"]);
});

test("a step in the middle of a body is bridged inside the body", () => {
  expect(linesOf(removeNodes(looped, ["one"], { rejoin: true }))).toContain("loop each > two");
});

test("a line across a loop's border is refused", () => {
  const refusal = (line: string) => {
    const answer = canConnect(looped, edge(line));
    return answer.ok ? null : answer.reason;
  };
  expect(refusal("start > two")).toBe("crossesLoop");
  expect(refusal("two > after")).toBe("crossesLoop");
  expect(refusal("two > loop")).toBe("crossesLoop");
  expect(refusal("loop each > after")).toBe("crossesLoop");
  expect(refusal("loop > one")).toBe("crossesLoop");
  expect(refusal("loop each > two")).toBeNull();
  expect(refusal("start > after")).toBeNull();
});

test("copies of a loop hold copies of its body, inside the loop they are pasted in", () => {
  const copied = { nodes: looped.nodes.slice(1, 4), edges: looped.edges.slice(1, 3), layout: looped.layout };
  const ids = new Map([
    ["loop", "loop2"],
    ["one", "one2"],
    ["two", "two2"],
  ]);
  const pasted = pasteNodes(looped, copied, { ids, shift: { x: 5, y: 5 }, parent: "loop" });
  expect(parentsOf(pasted)).toEqual({ one: "loop", two: "loop", loop2: "loop", one2: "loop2", two2: "loop2" });
  expect(pasted.layout.loop2).toEqual({ x: 105, y: 15 });
  expect(pasted.layout.one2).toEqual(looped.layout.one);
});

test("a name used in what the loop around gives is renamed with its step", () => {
  const collect = { kind: "expression", code: "one.total" };
  const nodes = looped.nodes.map((node) => (node.id === "loop" ? { ...node, config: { collect } } : node));
  const { document } = changeName({ ...looped, nodes }, "one", "sum");
  expect(document.nodes[1]!.config.collect).toEqual({ kind: "expression", code: "sum.total" });
});

test("a damaged nesting counts as none", () => {
  const damaged = drawing(
    [
      ["a", "for-each", "b"],
      ["b", "for-each", "a"],
      ["c", "log", "gone"],
      ["d", "log", "c"],
    ],
    [],
  );
  const { parentOf, around } = loopIndex(damaged.nodes);
  expect(["a", "b", "c", "d"].map(parentOf)).toEqual([undefined, undefined, undefined, undefined]);
  expect(around("a")).toEqual([]);
});
