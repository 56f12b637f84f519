// Twice
import type { Run } from "millrace";

export default async function twice(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // First
  const first = await run.function("first", () => ({}), nextNumber);

  // Second
  const second = await run.function("second", () => ({ step: 5 }), nextNumber);

  // Answer
  return run.return("answer", () => [first, second]);
}

// Function nextNumber, version 1
const nextNumber = (() => {
let last = 0;

type Step = number;

function nextNumber(step: Step = 1) {
  last += step;
  return last;
}

return nextNumber;
})();
