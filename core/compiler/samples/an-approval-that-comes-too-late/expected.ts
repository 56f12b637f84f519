// No answer
import type { Run } from "millrace";

export default async function noAnswer(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Ask the boss
  const boss = await run.attempt(() => run.wait<{
    decision: "approved" | "refused";
    by: { id: string; name: string; email: string };
    comment: string;
    at: string;
  }>("boss", () => ({
    for: "approval",
    question: "May I?",
    deadlineMs: 3_600_000,
  })));
  if (run.failed(boss)) {
    // Too late
    return run.return("late", () => boss.error.message);
  } else if (boss.decision === "approved") {
    // Approved
    await run.log("yes", () => ({ level: "info", message: "yes" }));
  } else {
    // Refused
    await run.log("no", () => ({ level: "info", message: "no" }));
  }

  // Answer
  return run.return("answer", () => "decided");
}
