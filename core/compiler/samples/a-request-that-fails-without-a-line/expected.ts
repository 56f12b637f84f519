// Unhandled
import type { Run } from "millrace";

export default async function unhandled(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Ask for the rate
  const rate = await run.call<any>("rate", () => ({
    method: "GET",
    url: "https://example.org/rate",
  }));

  // Answer
  return run.return("answer", () => rate);
}
