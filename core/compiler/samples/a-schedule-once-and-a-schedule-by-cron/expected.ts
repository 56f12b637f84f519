// Once
import type { Run } from "millrace";

export default async function once2(run: Run, trigger: {
  scheduledFor: string;
  timeZone: string;
  missed: number;
}) {
  // Once
  const once = run.start("once", trigger);

  // Answer
  return run.return("answer", () => once.scheduledFor);
}
