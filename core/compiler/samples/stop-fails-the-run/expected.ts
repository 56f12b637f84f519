// Stop
import type { Run } from "millrace";

export default async function stop(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Big?
  const size = await run.choose("size", { big: () => input.n != null && input.n > 10 });
  if (size === "big") {
    // Too big
    return run.stop("tooBig", () => `${input.n ?? ""} is too big`);
  }

  // Answer
  return run.return("answer", () => "fine");
}
