// Find the first
import type { Run } from "millrace";

export default async function findTheFirst(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Big?
    const size = await run.choose("size", { big: () => rows.item != null && rows.item > 10 });
    if (size === "big") {
      // Answer with it
      return run.return("found", () => rows.item);
    }
  });

  // Answer
  return run.return("answer", () => "none");
}
