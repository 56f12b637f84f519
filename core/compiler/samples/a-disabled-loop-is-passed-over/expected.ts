// Loop off
import type { Run } from "millrace";

export default async function loopOff(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // Answer
  return run.return("answer", () => input.list.length);
}
