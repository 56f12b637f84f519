// Off inside
import type { Run } from "millrace";

export default async function offInside(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // After
    const after = await run.set("after", () => ({ v: rows.item }));

    return () => after.v;
  });

  // Answer
  return run.return("answer", () => rows);
}
