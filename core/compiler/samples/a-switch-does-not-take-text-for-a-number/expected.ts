// Text is no number
import type { Run } from "millrace";

export default async function textIsNoNumber(run: Run, trigger: { value: unknown }) {
  // When I run it
  const input = run.start("input", trigger);

  // Which?
  const way = await run.match("way", () => ({
    value: input.value,
    cases: { number: 1, text: "1", empty: null, no: false },
  }));

  // Answer
  return run.return("answer", () => way);
}
