// Empty loop
import type { Run } from "millrace";

export default async function emptyLoop(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    return () => rows.item * 2;
  });

  // Answer
  return run.return("answer", () => rows);
}
