// Three at once
import type { Run } from "millrace";

export default async function threeAtOnce(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each page
  const rows = await run.forEach("rows", () => ({ items: input.list, atOnce: 3 }), async (run, rows) => {
    // Read the page
    const page = await run.call<any>("page", () => ({
      method: "GET",
      url: `https://example.org/${rows.item ?? ""}`,
    }));

    return () => page.request.url;
  });

  // Answer
  return run.return("answer", () => rows);
}
