// Equal twice
import type { Run } from "millrace";

export default async function equalTwice(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Which?
  const way = await run.match("way", () => ({
    value: input.n,
    cases: { one: 1, uno: 1, two: 1 + 1 },
  }));

  // Answer
  return run.return("answer", () => way);
}
