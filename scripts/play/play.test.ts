import { expect, test } from "vitest";
import { runChild } from "@/scripts/run-child.mjs";

const play = (...parameters: string[]) => runChild([process.execPath, "scripts/play.mjs", ...parameters]);

test("a sample's code, its runs and their steps are shown, a round's steps inside it", async () => {
  const { output, status } = await play("a-loop-inside-a-loop");

  expect(status, output).toBe(0);
  expect(output).toMatch(/export default async function \w+\(run: Run/);
  expect(output).toMatch(/^ {2}input +succeeded +1 statement /m);
  expect(output).toMatch(/^ {4}\[0\]$/m);
  expect(output).toMatch(/^ {8}\[0\.1\]$/m);
  expect(output).toMatch(/^ {2}=> .+ \(\w+\)$/m);
}, 60_000);

test("a sample runs with an input of one's own", async () => {
  const { output, status } = await play("a-loop-collects-in-order", "--input", '{"list":[20]}');

  expect(status, output).toBe(0);
  expect(output).toContain('input: {"list":[20]}');
  expect(output).toMatch(/double +succeeded +1 statement +\{"v":40\}/);
}, 60_000);

test("what does not compile says why, and fails", async () => {
  const { output, status } = await play("a-circle-is-reported");

  expect(status).toBe(1);
  expect(output).toMatch(/^error CYCLE at \w+: \S/m);
}, 60_000);

test("a sample that does not exist is told, with those of a name like it", async () => {
  const { output, status } = await play("two-branch-meet-once");

  expect(status).toBe(2);
  expect(output).toContain("There is no sample and no file two-branch-meet-once.");
  expect(output).toContain("  two-branches-meet-once");
}, 60_000);

test("without a sample all are listed", async () => {
  const { output, status } = await play();

  expect(status).toBe(0);
  expect(output.split("\n")).toContain("two-branches-meet-once");
}, 60_000);
