// Search a table
import type { Run } from "millrace";

export default async function searchATable(run: Run, trigger: { table: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each row
  await run.forEach("table", () => ({ items: input.table }), async (run, table) => {
    // For each cell
    await run.forEach("cells", () => ({ items: table.item }), async (run, cells) => {
      // Found?
      const found = await run.choose("found", { yes: () => cells.item === "x" });
      if (found === "yes") {
        // Answer the place
        return run.return("place", () => [table.index, cells.index]);
      }
    });
  });

  // Answer
  return run.return("answer", () => null);
}
