// Odd keys
import type { Run } from "millrace";

export default async function oddKeys(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Odd
  const odd = await run.set("odd", () => ({ value: { "a-b": 3, constructor: 2 } }));

  // Answer
  return run.return("answer", () => odd);
}
