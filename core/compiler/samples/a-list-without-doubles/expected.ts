// Distinct
import type { Run } from "millrace";

export default async function distinct(run: Run, trigger: { emails: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // Each once
  const once = await run.set("once", () =>
    lists.unique(
      input.emails.map((item) => ({ email: String(item).trim().toLowerCase() })),
      (item) => item.email,
    ));

  // Answer
  return run.return("answer", () => once.map((one) => one.email));
}
