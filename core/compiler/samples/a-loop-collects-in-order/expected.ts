// Double each
import type { Run } from "millrace";

export default async function doubleEach(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each number
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Double it
    const double = await run.set("double", () => ({ v: rows.item * 2 }));

    return () => double.v;
  });

  // Answer
  return run.return("answer", () => rows);
}
