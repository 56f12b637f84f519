// By country
import type { Run } from "millrace";

export default async function byCountry(run: Run, trigger: { customers: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // By country
  const countries = await run.set("countries", () =>
    lists.sortBy(
      lists.groupBy(input.customers, (item) => item.country)
        .map((item) => ({ country: item.key, count: item.items.length })),
      (item) => item.country,
      "ascending",
    ));

  // Answer
  return run.return("answer", () => countries);
}
