// Either way
import type { Run } from "millrace";

export default async function eitherWay(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Ask for the rate
  const rate = await run.attempt(() => run.call<any>("rate", () => ({
    method: "GET",
    url: "https://example.org/rate",
  })));

  // Answer
  return run.return("answer", () => "error" in rate ? "failed" : "worked");
}
