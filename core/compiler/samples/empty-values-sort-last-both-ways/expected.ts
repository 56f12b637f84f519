// Empty last
import type { Run } from "millrace";

export default async function emptyLast(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // Ascending
  const up = await run.set("up", () => lists.sortBy(input.list, (item) => item, "ascending"));

  // Descending
  const down = await run.set("down", () => lists.sortBy(input.list, (item) => item, "descending"));

  // Answer
  return run.return("answer", () => [up, down]);
}
