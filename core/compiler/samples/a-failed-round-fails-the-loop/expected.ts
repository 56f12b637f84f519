// A round fails
import type { Run } from "millrace";

export default async function aRoundFails(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Check
    const check = await run.code("check", () => ({ rows }), computeCheck);

    return () => check.v;
  });

  // Answer
  return run.return("answer", () => rows);
}

// Check
function computeCheck({ rows }: { rows: { item: any; index: number } }) {
if (rows.item < 0) throw new Error(`${rows.item} is below zero`);
return { v: rows.item };
}
