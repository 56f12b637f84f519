// On the day
import type { Run } from "millrace";

export default async function onTheDay(run: Run, trigger: { day: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Until the day
  const until = await run.wait<{ at: string }>("until", () => ({ for: "date", date: input.day }));

  // Answer
  return run.return("answer", () => until.at);
}
