// Continue beside
import type { Run } from "millrace";

export default async function continueBeside(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    let slow: any;
    await run.parallel(
      async () => {
        // Slow
        slow = await run.call<any>("slow", () => ({
          method: "GET",
          url: `https://example.org/${rows.item ?? ""}`,
        }));

        // After it
        await run.log("after", () => ({
          level: "info",
          message: `${rows.item ?? ""}`,
        }));
      },
      async () => {
        // Next one
        return run.continue("next", () => "early");
      },
    );

    return () => slow.ok;
  });

  // Answer
  return run.return("answer", () => rows.length);
}
