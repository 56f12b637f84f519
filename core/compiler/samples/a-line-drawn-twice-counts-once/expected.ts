// Twice
import type { Run } from "millrace";

export default async function twice(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // A
  const a = await run.set("a", () => ({ v: 1 }));

  // Answer
  return run.return("answer", () => a.v);
}
