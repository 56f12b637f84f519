// Skip the small
import type { Run } from "millrace";

export default async function skipTheSmall(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Small?
    const size = await run.choose("size", {
      small: () => rows.item != null && rows.item < 10,
    });
    if (size === "small") {
      // Next one
      return run.continue("next", () => "too small");
    }

    // Work
    const work = await run.set("work", () => ({ v: rows.item * 2 }));

    return () => work.v;
  });

  // Answer
  return run.return("answer", () => rows);
}
