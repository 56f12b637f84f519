// Off with a line
import type { Run } from "millrace";

export default async function offWithALine(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Answer
  return run.return("answer", () => "through");
}
