// Only some have lines
import type { Run } from "millrace";

export default async function onlySomeHaveLines(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each order
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Has lines?
    const has = await run.choose("has", { yes: () => Array.isArray(rows.item) });

    let lines = undefined as null[] | undefined;
    if (has === "yes") {
      // For each line
      lines = await run.forEach("lines", () => ({ items: rows.item }), async (run, lines) => {
        // Note
        await run.log("note", () => ({
          level: "info",
          message: `${rows.index ?? ""}.${lines.index ?? ""}`,
        }));
      });
    }

    return () => lines?.length ?? 0;
  });

  // Answer
  return run.return("answer", () => rows);
}
