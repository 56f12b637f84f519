// Wait twice
import type { Run } from "millrace";

export default async function waitTwice(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  let hour!: { at: string };
  let boss!: {
    decision: "approved" | "refused";
    by: { id: string; name: string; email: string };
    comment: string;
    at: string;
  };
  await run.parallel(
    async () => {
      // An hour
      hour = await run.wait<{ at: string }>("hour", () => ({ for: "time", ms: 3_600_000 }));
    },
    async () => {
      // Ask the boss
      boss = await run.wait<{
        decision: "approved" | "refused";
        by: { id: string; name: string; email: string };
        comment: string;
        at: string;
      }>("boss", () => ({ for: "approval", question: "Go on?" }));
    },
  );

  // Answer
  return run.return("answer", () => [hour.at, boss.decision]);
}
