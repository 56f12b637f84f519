// Two meanings
import type { Run } from "millrace";

export default async function twoMeanings(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Note
    await run.log("note", () => ({
      level: "info",
      message: `${rows.item ?? ""}`,
    }));

    return () => `${rows.index}: ${rows.item}`;
  });

  // Answer
  return run.return("answer", () => rows.join(", "));
}
