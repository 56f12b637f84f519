// With a name from before
import type { Run } from "millrace";

export default async function withANameFromBefore(run: Run, trigger: { list: unknown[]; least: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Enough
  const enough = await run.set("enough", () =>
    input.list
      .filter((item) => item != null && item >= input.least)
      .map((item) => ({ over: item - input.least })));

  // Answer
  return run.return("answer", () => enough);
}
