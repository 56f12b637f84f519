import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "@/core/compiler/compile";
import { compareRuns } from "@/core/compiler/reference/compare";
import type { HostScript } from "@/core/compiler/reference/plain-host";
import type { Trace } from "@/core/compiler/reference/trace";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { parseDocument } from "@/core/graph/parse-document";
import type { Json } from "@/core/values/json";

/** One execution of a sample: what starts it, what the world does, and what must come of it. */
interface Case {
  name: string;
  trigger: Json;
  world?: HostScript;
  expect?: Trace;
}

const FOLDER = import.meta.dirname;
const UPDATE = process.env.UPDATE_SAMPLES === "1";

const samples = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe.each(samples)("%s", (sample) => {
  const graph = readJson<Json>(sample, "graph.json");
  const { program, diagnostics } = compile(graph, sampleWorkspace);

  test("compiles as it should", () => {
    if (UPDATE && program) write(sample, "expected.ts", program.typescript);
    if (UPDATE && diagnostics.length > 0) {
      writeJson(sample, "diagnostics.json", diagnostics);
    }
    expect(program?.typescript).toBe(readIfThere(sample, "expected.ts"));
    expect(diagnostics).toEqual(JSON.parse(readIfThere(sample, "diagnostics.json") ?? "[]"));
  });

  if (!program) return;
  const cases = readJson<Case[]>(sample, "cases.json");

  test("keeps its lines when it is lowered", () => {
    expect(program.javascript.split("\n").length).toBe(program.typescript.split("\n").length);
  });

  test.each(cases)("$name", async (one) => {
    const { document } = parseDocument(graph);
    const world = { trigger: one.trigger, script: one.world ?? {} };
    const { compiled, mismatch, reference, racing } = await compareRuns(document!, program, sampleWorkspace, world);
    expect(mismatch).toBeNull();
    if (UPDATE) one.expect = racing ? compiled : reference;
    expect(compiled).toEqual(one.expect);
  });

  if (UPDATE) test("is written", () => writeJson(sample, "cases.json", cases));
});

function readIfThere(sample: string, file: string): string | undefined {
  const path = join(FOLDER, sample, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

const readJson = <T>(sample: string, file: string): T => JSON.parse(readFileSync(join(FOLDER, sample, file), "utf8"));

/** What says the same already stays as it is formatted. */
function writeJson(sample: string, file: string, value: unknown): void {
  const before = readIfThere(sample, file);
  if (before !== undefined && JSON.stringify(JSON.parse(before)) === JSON.stringify(value)) return;
  write(sample, file, `${JSON.stringify(value, null, 2)}\n`);
}

const write = (sample: string, file: string, text: string): void => writeFileSync(join(FOLDER, sample, file), text);
