// Two ways
import type { Run } from "millrace";

export default async function twoWays(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // How big?
  const size = await run.choose("size", { big: () => input.n != null && input.n > 10 });
  if (size === "big") {
    // Answer
    return run.return("big", () => "big");
  }

  // Answer
  return run.return("small", () => "small");
}
