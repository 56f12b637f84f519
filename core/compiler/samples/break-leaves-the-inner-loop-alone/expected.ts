// Inner break
import type { Run } from "millrace";

export default async function innerBreak(run: Run, trigger: { table: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each row
  const table = await run.forEach("table", () => ({ items: input.table }), async (run, table) => {
    // For each cell
    const cells = await run.forEach("cells", () => ({ items: table.item }), async (run, cells) => {
      // Empty?
      const empty = await run.choose("empty", { yes: () => (cells.item ?? "") === "" });
      if (empty === "yes") {
        // Enough
        return run.break("enough");
      }

      return () => cells.item;
    });

    return () => cells;
  });

  // Answer
  return run.return("answer", () => table);
}
