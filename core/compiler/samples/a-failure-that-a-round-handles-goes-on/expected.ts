// Handled inside
import type { Run } from "millrace";

export default async function handledInside(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Check
    const check = await run.attempt(() => run.code("check", () => ({ rows }), computeCheck));
    if (run.failed(check)) {
      // Note it
      await run.log("note", () => ({
        level: "info",
        message: `${rows.item ?? ""}: ${check.error.message ?? ""}`,
      }));
    }

    return () => "error" in check ? 0 : check.v;
  });

  // Answer
  return run.return("answer", () => rows);
}

// Check
function computeCheck({ rows }: { rows: { item: any; index: number } }) {
if (rows.item < 0) throw new Error("below zero");
return { v: rows.item };
}
