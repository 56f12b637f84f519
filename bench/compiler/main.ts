import { graphOf } from "@/bench/compiler/graphs";
import { compile } from "@/core/compiler/compile";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { createTypeChecker } from "@/server/typecheck/type-checker";

interface Row {
  nodes: number;
  compileMs: number;
  checkMs: number;
}

/**
 * Measures how long graphs of some sizes take to compile, and their modules to be checked, each the median of several
 * once everything is warm.
 *
 * @param checkerSource what `scripts/bundle-typecheck.mjs` makes
 */
export async function measureCompiler(sizes: readonly number[], rounds: number, checkerSource: string): Promise<Row[]> {
  const checker = createTypeChecker({ childSource: checkerSource, timeoutMs: 120_000 });
  const rows: Row[] = [];
  // The engine makes code fast that has run often, whatever it compiled.
  const warm = graphOf(100);
  for (let round = 0; round < 40; round += 1) compile(warm, sampleWorkspace);
  try {
    for (const nodes of sizes) rows.push(await measured(nodes));
  } finally {
    checker.close();
  }
  return rows;

  async function measured(nodes: number): Promise<Row> {
    const document = graphOf(nodes);
    const { diagnostics, notes, program } = compile(document, sampleWorkspace);
    if (!program) throw new Error(`the graph of ${nodes} does not compile: ${JSON.stringify(diagnostics[0])}`);
    const steps = document.nodes.map(({ name }) => name);
    const compileMs = await median(() => compile(document, sampleWorkspace));
    let turn = 0;
    const checkMs = await median(async () => {
      turn += 1;
      // Another text each time: what was just checked is not checked again.
      const text = `${program.typescript}// ${turn}\n`;
      if (!(await checker.ask({ kind: "module", text, notes, steps }))) throw new Error("the checker gave no answer");
    });
    return { nodes, compileMs, checkMs };
  }

  async function median(act: () => unknown): Promise<number> {
    const times: number[] = [];
    for (let round = -WARM_UP; round < rounds; round += 1) {
      const startedAt = performance.now();
      await act();
      if (round >= 0) times.push(performance.now() - startedAt);
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
  }
}

/** Rounds that are not counted. */
const WARM_UP = 3;

/** @returns how long it takes to refuse more nodes than a graph may have, and how many there may be. */
export function refuseTooMany(nodes: number): { ms: number; most: string } {
  const document = graphOf(nodes);
  const startedAt = performance.now();
  const { diagnostics } = compile(document, sampleWorkspace);
  return { ms: performance.now() - startedAt, most: String(diagnostics[0]?.params.detail) };
}
