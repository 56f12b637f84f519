// Run another
import type { Run } from "millrace";

export default async function runAnother(run: Run, trigger: { order: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Write the bill
  const bill = await run.attempt(() => run.automation<any>("bill", () => ({
    automation: "Write a bill",
    arguments: { copies: 2, order: input.order },
  })));
  if (run.failed(bill)) {
    // Say sorry
    return run.return("sorry", () => bill.error.message);
  }

  // Answer
  return run.return("answer", () => bill.answer);
}
