// No result
import type { Run } from "millrace";

export default async function noResult(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Note
    await run.log("note", () => ({
      level: "info",
      message: `Item ${rows.item ?? ""} at ${rows.index ?? ""}`,
    }));
  });

  // Answer
  return run.return("answer", () => rows);
}
