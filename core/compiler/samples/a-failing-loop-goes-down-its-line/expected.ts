// A loop that may fail
import type { Run } from "millrace";

export default async function aLoopThatMayFail(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.attempt(() => run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Check
    const check = await run.code("check", () => ({ rows }), computeCheck);

    return () => check.v;
  }));
  if (run.failed(rows)) {
    // Say sorry
    return run.return("sorry", () => rows.error.message);
  }

  // Answer
  return run.return("answer", () => rows);
}

// Check
function computeCheck({ rows }: { rows: { item: any; index: number } }) {
if (rows.item < 0) throw new Error(`${rows.item} is below zero`);
return { v: rows.item };
}
