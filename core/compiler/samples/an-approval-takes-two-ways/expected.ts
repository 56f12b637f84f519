// May I?
import type { Run } from "millrace";

export default async function mayI(run: Run, trigger: { amount: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Ask the boss
  const boss = await run.wait<{
    decision: "approved" | "refused";
    by: { id: string; name: string; email: string };
    comment: string;
    at: string;
  }>("boss", () => ({
    for: "approval",
    question: `May I spend ${input.amount ?? ""}?`,
    of: "ana@example.org",
    deadlineMs: 259_200_000,
  }));
  if (boss.decision === "approved") {
    // Approved
    return run.return("yes", () => boss.by.name);
  }

  // Refused
  return run.return("no", () => boss.comment);
}
