// No list to change
import type { Run } from "millrace";

export default async function noListToChange(run: Run, trigger: { list: unknown }) {
  // When I run it
  const input = run.start("input", trigger);

  // The first
  const first = await run.attempt(() => run.set("first", () =>
    input.list
      .filter((item) => (item ?? "") !== "")));
  if (run.failed(first)) {
    // Say sorry
    return run.return("sorry", () => "no list");
  }

  // Answer
  return run.return("answer", () => first);
}
