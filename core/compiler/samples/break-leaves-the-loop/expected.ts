// Until it is found
import type { Run } from "millrace";

export default async function untilItIsFound(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Is it 3?
    const found = await run.choose("found", { yes: () => rows.item === 3 });
    if (found === "yes") {
      // Enough
      return run.break("enough");
    }

    return () => rows.item;
  });

  // Answer
  return run.return("answer", () => rows);
}
