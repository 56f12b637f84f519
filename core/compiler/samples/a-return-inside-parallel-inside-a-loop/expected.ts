// Two looks
import type { Run } from "millrace";

export default async function twoLooks(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    await run.parallel(
      async () => {
        // Look left
        await run.call<any>("left", () => ({
          method: "GET",
          url: `https://example.org/left/${rows.item ?? ""}`,
        }));
      },
      async () => {
        // Look right
        const right = await run.call<any>("right", () => ({
          method: "GET",
          url: `https://example.org/right/${rows.item ?? ""}`,
        }));

        // Answer
        return run.return("found", () => right.request.url);
      },
    );
  });

  // Answer
  return run.return("answer", () => "none");
}
