// Tries in a loop
import type { Run } from "millrace";

export default async function triesInALoop(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Ask
    const ask = await run.call<any>("ask", () => ({
      method: "GET",
      url: `https://example.org/${rows.item ?? ""}`,
    }), { attempts: 2, waitMs: 100 });

    return () => ask.ok;
  });

  // Answer
  return run.return("answer", () => rows);
}
