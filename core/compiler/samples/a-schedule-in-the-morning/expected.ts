// Every morning
import type { Run } from "millrace";

export default async function everyMorning(run: Run, trigger: {
  scheduledFor: string;
  timeZone: string;
  missed: number;
}) {
  // Every morning
  const morning = run.start("morning", trigger);

  // Note
  await run.log("note", () => ({
    level: "info",
    message: `Due at ${morning.scheduledFor ?? ""}`,
  }));

  // Answer
  return run.return("answer", () => morning.missed);
}
