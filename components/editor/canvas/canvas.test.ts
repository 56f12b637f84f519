import { expect, test } from "vitest";
import { copySteps, readSteps } from "@/components/editor/canvas/clipboard";
import { executionOrder } from "@/components/editor/canvas/execution-order";
import { belowOthers } from "@/components/editor/canvas/free-place";
import { laidOut } from "@/components/editor/canvas/laid-out";
import { makeRoom } from "@/components/editor/canvas/make-room";
import { neighbour } from "@/components/editor/canvas/neighbour";
import { tidyLayout } from "@/components/editor/canvas/tidy-layout";
import { type AutomationDocument, DOCUMENT_FORMAT, ERROR, SCHEMA_VERSION, THEN } from "@/core/graph/document";

// start ─► call ─► done
//            └ if it fails ─► log      lone
const edges = [
  { from: "start", handle: THEN, to: "call" },
  { from: "call", handle: THEN, to: "done" },
  { from: "call", handle: ERROR, to: "log" },
];
const ids = ["lone", "log", "done", "call", "start"];
const drawing: AutomationDocument = {
  format: DOCUMENT_FORMAT,
  schemaVersion: SCHEMA_VERSION,
  name: "drawing",
  nodes: ids.map((id) => ({ id, type: "log", name: id, label: id, config: {} })),
  edges,
  layout: {
    start: { x: 0, y: 0 },
    call: { x: 320, y: 0 },
    done: { x: 640, y: 0 },
    log: { x: 640, y: 160 },
    lone: { x: 0, y: 320 },
  },
};

test("steps are walked in the order they run, loose ones last", () => {
  expect(executionOrder(drawing)).toEqual(["start", "call", "done", "log", "lone"]);
});

test("a circle still has every step", () => {
  const circle = { ...drawing, edges: [...edges, { from: "done", handle: THEN, to: "call" }] };
  expect(executionOrder(circle)).toHaveLength(ids.length);
});

test("arrow keys follow the lines, and go up and down to the nearest step", () => {
  expect(neighbour(drawing, "start", "right")).toBe("call");
  expect(neighbour(drawing, "call", "left")).toBe("start");
  expect(neighbour(drawing, "done", "down")).toBe("log");
  expect(neighbour(drawing, "start", "left")).toBeNull();
});

test("tidying draws every line from left to right, on the grid, without overlaps", () => {
  const layout = tidyLayout(drawing, () => [{ id: THEN }]);
  for (const edge of edges) expect(layout[edge.to]!.x).toBeGreaterThan(layout[edge.from]!.x + 240);
  for (const place of Object.values(layout)) expect([Math.abs(place.x % 16), Math.abs(place.y % 16)]).toEqual([0, 0]);
});

test("tidying keeps the ways out of a step in their order, so that their lines do not cross", () => {
  const ways = ["huge", "big", "small", "otherwise"];
  const fan: AutomationDocument = {
    ...drawing,
    nodes: ["size", ...ways].map((id) => ({ id, type: "log", name: id, label: id, config: {} })),
    edges: ways.map((id) => ({ from: "size", handle: id, to: id })),
  };
  const layout = tidyLayout(fan, ({ id }) => (id === "size" ? ways.map((way) => ({ id: way })) : [{ id: THEN }]));
  const heights = ways.map((id) => layout[id]!.y);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
});

test("a step dropped into a short line covers neither end of it, and what follows moves along", () => {
  const { start, call } = drawing.layout;
  const into = { from: "start", handle: THEN, to: "call" };
  const { layout } = makeRoom({ ...drawing, layout: { ...drawing.layout, lone: { x: 160, y: 16 } } }, "lone", into);
  expect(layout.start).toEqual(start);
  expect(layout.lone!.x).toBeGreaterThan(start!.x + 240);
  expect(layout.call!.x).toBeGreaterThan(layout.lone!.x + 240);
  expect(layout.done!.x - layout.call!.x).toBe(drawing.layout.done!.x - call!.x);
});

test("a document without places opens tidied, and what was drawn stays where it is", () => {
  const imported = laidOut({ ...drawing, layout: {} });
  for (const edge of edges) expect(imported.layout[edge.to]!.x).toBeGreaterThan(imported.layout[edge.from]!.x + 240);

  const { start, call } = drawing.layout;
  const half = laidOut({ ...drawing, layout: { start: start!, call: call! } });
  expect(half.layout).toMatchObject({ start, call });
  for (const id of ["done", "log", "lone"]) expect(half.layout[id]!.y).toBeGreaterThan(call!.y + 64);
  expect(laidOut(drawing)).toBe(drawing);
});

test("steps are copied as text with the lines between them, and other text is none", () => {
  const copied = readSteps(copySteps(drawing, ["call", "log"]))!;
  expect(copied.nodes.map((node) => node.id)).toEqual(["log", "call"]);
  expect(copied.edges).toEqual([edges[2]]);
  expect(readSteps("hello")).toBeNull();
  expect(readSteps('{"format":"millrace/steps","nodes":"no"}')).toBeNull();
});

test("a step dropped onto another card stands below it", () => {
  const nodes = drawing.nodes.slice(0, 2).map((node, index) => ({ ...node, id: ["a", "b"][index]! }));
  const two = { ...drawing, nodes, edges: [], layout: { a: { x: 0, y: 0 }, b: { x: 16, y: 96 } } };

  expect(belowOthers(two, { x: 32, y: 16 })).toEqual({ x: 32, y: 176 });
  expect(belowOthers(two, { x: 640, y: 16 })).toEqual({ x: 640, y: 16 });
});
