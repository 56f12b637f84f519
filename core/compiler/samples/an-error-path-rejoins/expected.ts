// Rate of the day
import type { Run } from "millrace";

export default async function rateOfTheDay(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Ask for the rate
  const rate = await run.attempt(() => run.call<any>("rate", () => ({
    method: "GET",
    url: "https://example.org/rate",
  })));
  if (run.failed(rate)) {
    // Write it down
    await run.log("missed", () => ({
      level: "info",
      message: `No rate: ${rate.error.message ?? ""}`,
    }));
  }

  // Answer
  return run.return("answer", () => "error" in rate ? 1 : rate.ok);
}
