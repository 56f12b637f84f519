// Caught
import type { Run } from "millrace";

export default async function caught(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Check
  const checked = await run.attempt(() => run.code("checked", () => ({ input }), computeChecked));
  if (run.failed(checked)) {
    // Answer
    return run.return("sorry", () => checked.error.message);
  }

  // Answer
  return run.return("answer", () => checked);
}

// Check
function computeChecked({ input }: { input: { n: number } }) {
if (input.n < 0) throw new Error("negative");
return input.n;
}
