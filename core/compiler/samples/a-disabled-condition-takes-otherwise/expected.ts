// Switched off
import type { Run } from "millrace";

export default async function switchedOff(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Answer
  return run.return("no", () => "otherwise");
}
