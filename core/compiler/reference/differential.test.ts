import { expect, test } from "vitest";
import { compile } from "@/core/compiler/compile";
import { compareRuns } from "@/core/compiler/reference/compare";
import { randomFrom } from "@/core/compiler/reference/random-from";
import { randomGraph } from "@/core/compiler/reference/random-graph";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";

const GRAPHS = Number(process.env.RANDOM_GRAPHS ?? 2_000);
const SEED = Number(process.env.RANDOM_SEED ?? 20_261_122);

test(`the reference and the compiled program agree on ${GRAPHS} random graphs (RANDOM_SEED=${SEED})`, async () => {
  const shapes = { errors: 0, racing: 0, failed: 0, answered: 0, parallel: 0, lines: 0 };
  for (let index = 0; index < GRAPHS; index += 1) {
    const seed = SEED + index;
    const random = randomFrom(seed);
    const { document, script } = randomGraph(random);
    const { program, diagnostics } = compile(document, sampleWorkspace);
    const errors = diagnostics.filter((finding) => finding.severity === "error");
    if (!program) {
      // Reading a step that a disabled one cut off is the one mistake a random graph can make.
      expect(
        errors.every((finding) => finding.code === "UNKNOWN_NAME"),
        JSON.stringify({ seed, errors }),
      ).toBe(true);
      shapes.errors += 1;
      continue;
    }
    const pause = async () => {
      for (let turns = Math.floor(random() * 6); turns > 0; turns -= 1) await Promise.resolve();
    };
    const { mismatch, compiled, racing } = await compareRuns(document, program, sampleWorkspace, {
      trigger: {},
      script,
      pause,
    });
    expect(
      mismatch,
      `RANDOM_SEED=${seed} RANDOM_GRAPHS=1\n${JSON.stringify(document)}\n${program.typescript}`,
    ).toBeNull();
    shapes.racing += racing ? 1 : 0;
    shapes.failed += compiled.end.kind === "failed" ? 1 : 0;
    shapes.answered += compiled.end.by !== null && compiled.end.kind === "answer" ? 1 : 0;
    shapes.parallel += program.typescript.includes("run.parallel(") ? 1 : 0;
    shapes.lines += program.typescript.includes("run.lines(") ? 1 : 0;
  }
  // A test of random graphs is worth something only if they are of every kind.
  for (const [shape, count] of Object.entries(shapes)) if (GRAPHS >= 300) expect(count, shape).toBeGreaterThan(0);
  expect(shapes.errors).toBeLessThan(GRAPHS / 4 + 1);
}, 300_000);
