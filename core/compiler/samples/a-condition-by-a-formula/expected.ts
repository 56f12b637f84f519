// By formula
import type { Run } from "millrace";

export default async function byFormula(run: Run, trigger: { name: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Known?
  const known = await run.choose("known", {
    short: () => input.name.length < 4,
    vowel: () => /^[AEIOU]/.test(input.name),
  });

  // Answer
  return run.return("answer", () => known);
}
