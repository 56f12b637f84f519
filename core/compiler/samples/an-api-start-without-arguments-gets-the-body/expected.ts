// Echo
import type { Run } from "millrace";

export default async function echo(run: Run, trigger: any) {
  // Called
  const body = run.start("body", trigger);

  // Answer
  return run.return("answer", () => body);
}
