// No list, handled
import type { Run } from "millrace";

export default async function noListHandled(run: Run, trigger: { list: unknown }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.attempt(() => run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Note
    await run.log("note", () => ({
      level: "info",
      message: `${rows.item ?? ""}`,
    }));
  }));
  if (run.failed(rows)) {
    // Say sorry
    return run.return("sorry", () => rows.error.code);
  }

  // Answer
  return run.return("answer", () => rows.length);
}
