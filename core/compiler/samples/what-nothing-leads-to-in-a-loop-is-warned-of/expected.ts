// Lost in a loop
import type { Run } from "millrace";

export default async function lostInALoop(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Note
    await run.log("note", () => ({
      level: "info",
      message: `${rows.item ?? ""}`,
    }));
  });
}
