// Nothing to do
import type { Run } from "millrace";

export default async function nothingToDo(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each number
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Note
    const note = await run.set("note", () => ({ v: rows.index }));

    return () => note.v;
  });

  // Answer
  return run.return("answer", () => rows);
}
