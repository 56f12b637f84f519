// Long formulas
import type { Run } from "millrace";

export default async function longFormulas(run: Run, trigger: { items: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // Add up
  const sum = await run.set("sum", () => ({
    total: (
input.items
  .map((item) => item * 2) // doubled
  .reduce((sum, item) => sum + item, 0)
),
    typed: (input.items as number[]).length,
    text: `First: ${(
input.items[0] // the first
) ?? ""}`,
  }));

  // Answer
  return run.return("answer", () => sum);
}
