// Skip
import type { Run } from "millrace";

export default async function skip(run: Run, trigger: { list: unknown[] }) {
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
      return run.continue("next", () => null);
    }

    // Note
    await run.log("note", () => ({
      level: "info",
      message: `${rows.item ?? ""}`,
    }));

    return () => rows.item;
  });

  // Answer
  return run.return("answer", () => rows);
}
