// Approval off
import type { Run } from "millrace";

export default async function approvalOff(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Refused
  return run.return("no", () => "no");
}
