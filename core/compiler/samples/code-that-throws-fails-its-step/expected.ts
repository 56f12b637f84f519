// Throws
import type { Run } from "millrace";

export default async function throws(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Broken
  await run.code("broken", () => ({}), computeBroken);

  // Answer
  return run.return("answer", () => "never");
}

// Broken
function computeBroken() {
const order = null as { total: number } | null;
return order!.total;
}
