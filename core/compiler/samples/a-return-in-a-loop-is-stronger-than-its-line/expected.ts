// No failure
import type { Run } from "millrace";

export default async function noFailure(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.attempt(() => run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Stop
    return run.stop("over", () => "over");
  }));
  if (run.failed(rows)) {
    // Sorry
    return run.return("sorry", () => "never");
  }

  // Answer
  return run.return("answer", () => "empty");
}
