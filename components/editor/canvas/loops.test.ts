import { expect, test } from "vitest";
import { boxOf } from "@/components/editor/canvas/box-of";
import { BODY_START, CARD_WIDTH, LOOP_MIN } from "@/components/editor/canvas/card-size";
import { copySteps, readSteps } from "@/components/editor/canvas/clipboard";
import { executionOrder } from "@/components/editor/canvas/execution-order";
import { fitLoops } from "@/components/editor/canvas/fit-loops";
import { freePlace } from "@/components/editor/canvas/free-place";
import { laidOut } from "@/components/editor/canvas/laid-out";
import { loopAt } from "@/components/editor/canvas/loop-at";
import { makeRoom } from "@/components/editor/canvas/make-room";
import { neighbour } from "@/components/editor/canvas/neighbour";
import { stepAt } from "@/components/editor/canvas/step-at";
import { tidyLayout } from "@/components/editor/canvas/tidy-layout";
import { stepFacts } from "@/components/editor/store/step-facts";
import { type AutomationDocument, DOCUMENT_FORMAT, EACH, ERROR, SCHEMA_VERSION, THEN } from "@/core/graph/document";

// start ─► loop{ each ─► one ─► inner{ each ─► leaf } } ─► after
const nodes = (
  [
    ["after", "log"],
    ["leaf", "log", "inner"],
    ["one", "log", "loop"],
    ["inner", "for-each", "loop"],
    ["loop", "for-each"],
    ["start", "manual"],
  ] as const
).map(([id, type, parent]) => ({ id, type, name: id, label: id, config: {}, ...(parent && { parent }) }));
const drawing: AutomationDocument = {
  format: DOCUMENT_FORMAT,
  schemaVersion: SCHEMA_VERSION,
  name: "Loops",
  nodes,
  edges: [
    { from: "start", handle: THEN, to: "loop" },
    { from: "loop", handle: EACH, to: "one" },
    { from: "one", handle: THEN, to: "inner" },
    { from: "inner", handle: EACH, to: "leaf" },
    { from: "loop", handle: THEN, to: "after" },
  ],
  layout: {},
};
const tidied = laidOut(drawing);
const box = (id: string, document = tidied) => boxOf(document, id)!;
const middle = (id: string) => ({ x: box(id).x + box(id).width / 2, y: box(id).y + box(id).height / 2 });

test("a loop's body runs after the loop and before what follows it", () => {
  expect(executionOrder(drawing)).toEqual(["start", "loop", "one", "inner", "leaf", "after"]);
});

test("tidying lays bodies out first and draws their loops around them, level with the lines", () => {
  for (const [outer, inner] of [
    ["loop", "one"],
    ["loop", "inner"],
    ["inner", "leaf"],
  ] as const) {
    expect(box(inner).x).toBeGreaterThan(box(outer).x);
    expect(box(inner).x + box(inner).width).toBeLessThan(box(outer).x + box(outer).width);
    expect(box(inner).y + box(inner).height).toBeLessThan(box(outer).y + box(outer).height);
  }
  expect(box("after").x).toBeGreaterThan(box("loop").x + box("loop").width);
  expect([box("loop").y, box("after").y]).toEqual([box("start").y, box("start").y]);
  expect(tidied.layout.one).toEqual(BODY_START);
  expect(tidied.layout).toEqual(tidyLayout(tidied, (node) => stepFacts(node).handles));
});

test("tidying keeps a loop's ways out in their order, whatever its body does", () => {
  const oops = { ...nodes[0]!, id: "oops", name: "oops" };
  for (const last of [
    [nodes[0]!, oops],
    [oops, nodes[0]!],
  ]) {
    const failing = {
      ...drawing,
      nodes: [...nodes.slice(1), ...last],
      edges: [{ from: "loop", handle: ERROR, to: "oops" }, ...drawing.edges],
    };
    const { after, oops: below } = tidyLayout(failing, (node) => stepFacts(node).handles);
    expect(below!.y).toBeGreaterThan(after!.y);
  }
});

test("a loop grows with its body, and what stands beside it moves along once", () => {
  const far = { ...tidied, layout: { ...tidied.layout, leaf: { x: 1_000, y: 400 } } };
  const grown = fitLoops(far);
  expect(box("inner", grown).width).toBeGreaterThan(1_000 + CARD_WIDTH);
  expect(box("loop", grown).width).toBeGreaterThan(box("inner", grown).width);
  expect(box("after", grown).x).toBeGreaterThan(box("loop", grown).x + box("loop", grown).width);
  expect(box("start", grown)).toEqual(box("start"));
  expect(fitLoops(grown)).toBe(grown);
});

test("a step dropped over a loop's edge moves inside", () => {
  const over = { ...tidied, layout: { ...tidied.layout, one: { x: -40, y: -40 } } };
  expect(fitLoops(over).layout.one).toEqual({ x: 16, y: 48 });
});

test("a loop keeps the size it was given, and never gets too small", () => {
  const wide = { ...tidied, layout: { ...tidied.layout, loop: { x: 0, y: 0, width: 5_000, height: 900 } } };
  expect(fitLoops(wide).layout.loop).toEqual({ x: 0, y: 0, width: 5_000, height: 900 });
  const lone = { ...drawing, nodes: [nodes[4]!], edges: [], layout: { loop: { x: 0, y: 0, width: 10, height: 10 } } };
  expect(fitLoops(lone).layout.loop).toEqual({ x: 0, y: 0, ...LOOP_MIN });
});

test("the innermost loop at a point takes what is dropped there, but not itself", () => {
  expect(loopAt(tidied, middle("leaf"))).toBe("inner");
  expect(loopAt(tidied, middle("one"))).toBe("loop");
  expect(loopAt(tidied, middle("after"))).toBeNull();
  expect(loopAt(tidied, middle("leaf"), ["inner"])).toBe("loop");
  expect(loopAt(tidied, middle("leaf"), ["loop"])).toBeNull();
});

test("a line drawn in a loop meets its steps; the loop's own ground is none", () => {
  const ground = { x: box("loop").x + 8, y: box("loop").y + box("loop").height - 8 };
  expect(stepAt(tidied, middle("leaf"))).toBe("leaf");
  expect(stepAt(tidied, ground)).toBe("loop");
  expect(stepAt(tidied, ground, "loop")).toBeNull();
  expect(stepAt(tidied, ground, "inner")).toBeNull();
});

test("what is added behind a loop's own handle stands in its body, else beside the loop", () => {
  const [loop] = [nodes[4]!];
  const lone = { ...drawing, nodes: [loop], edges: [], layout: { loop: { x: 0, y: 0 } } };
  expect(freePlace(lone, { node: "loop", handle: EACH })).toEqual(BODY_START);
  expect(freePlace(lone, { node: "loop", handle: THEN }).x).toBeGreaterThan(LOOP_MIN.width);
});

test("arrow keys lead into a loop and back out of it", () => {
  expect(neighbour(tidied, "loop", "right")).toBe("one");
  expect(neighbour(tidied, "one", "left")).toBe("loop");
  expect(neighbour(tidied, "one", "right")).toBe("inner");
});

test("a step put into the first line of a body moves the body on, and nothing outside", () => {
  const added = {
    ...tidied,
    nodes: [...nodes, { ...nodes[2]!, id: "new", name: "new" }],
    layout: { ...tidied.layout, new: { x: 16, y: 48 } },
  };
  const { layout } = makeRoom(added, "new", { from: "loop", handle: EACH, to: "one" });
  expect(layout.new!.x).toBe(BODY_START.x);
  expect(layout.one!.x).toBeGreaterThan(layout.new!.x + CARD_WIDTH);
  expect(layout.after).toEqual(tidied.layout.after);
});

test("a loop is copied with its body, and a step out of a loop without it", () => {
  const copied = readSteps(copySteps(tidied, ["inner"]))!;
  expect(copied.nodes.map(({ id, parent }) => [id, parent])).toEqual([
    ["leaf", "inner"],
    ["inner", undefined],
  ]);
  expect(copied.layout.inner).toMatchObject({ x: box("inner").x, y: box("inner").y });
  expect(copied.layout.leaf).toEqual(tidied.layout.leaf);
});

test("a step without a place in a drawn loop stands below the ones that have one", () => {
  const { one: _lost, ...layout } = tidied.layout;
  const again = laidOut({ ...tidied, layout });
  expect(again.layout.one!.y).toBeGreaterThan(tidied.layout.inner!.y + box("inner").height);
  expect(again.layout.inner).toEqual(tidied.layout.inner);
});
