// JSON only
import type { Run } from "millrace";

export default async function jsonOnly(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Odd things
  const odd = await run.code("odd", () => ({}), computeOdd);

  // Answer
  return run.return("answer", () => odd);
}

// Odd things
function computeOdd() {
return { day: new Date(0), none: undefined, not: NaN, text: String(1n), list: [undefined] };
}
