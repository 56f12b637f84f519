// Later
import type { Run } from "millrace";

export default async function later(run: Run, trigger: { hours: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Wait two days
  const pause = await run.wait<{ at: string }>("pause", () => ({ for: "time", ms: 172_800_000 }));

  // Wait some hours
  await run.wait<{ at: string }>("more", () => ({
    for: "time",
    ms: (input.hours + 1) * 3_600_000,
  }));

  // Wait as many minutes
  await run.wait<{ at: string }>("ten", () => ({ for: "time", ms: input.hours * 60_000 }));

  // Answer
  return run.return("answer", () => pause.at);
}
