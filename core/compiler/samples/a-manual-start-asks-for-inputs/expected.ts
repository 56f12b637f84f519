// Add two numbers
import type { Run } from "millrace";

export default async function addTwoNumbers(run: Run, trigger: { a: number; b: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Answer
  return run.return("answer", () => input.a + input.b);
}
