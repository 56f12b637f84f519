// Code each round
import type { Run } from "millrace";

export default async function codeEachRound(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Sum up
    const sum = await run.code("sum", () => ({ rows }), computeSum);

    return () => sum.v;
  });

  // Answer
  return run.return("answer", () => rows);
}

// Sum up
function computeSum({ rows }: { rows: { item: any; index: number } }) {
let sum = 0;
for (let i = 1; i <= rows.item; i += 1) sum += i;
return { v: sum };
}
