// Two calls a round
import type { Run } from "millrace";

export default async function twoCallsARound(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    let mail: any;
    let texted: any;
    await run.parallel(
      async () => {
        // Mail
        mail = await run.call<any>("mail", () => ({
          method: "GET",
          url: `https://example.org/mail/${rows.item ?? ""}`,
        }));
      },
      async () => {
        // Text
        texted = await run.call<any>("texted", () => ({
          method: "GET",
          url: `https://example.org/text/${rows.item ?? ""}`,
        }));
      },
    );

    // Both
    const both = await run.set("both", () => ({ v: [mail.ok, texted.ok] }));

    return () => both.v;
  });

  // Answer
  return run.return("answer", () => rows);
}
