// Top customers
import type { Run } from "millrace";

export default async function topCustomers(run: Run, trigger: { customers: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // The best two
  const top = await run.set("top", () =>
    lists.sortBy(
      input.customers
        .filter((item) => item.active === true && item.revenue != null && item.revenue > 100),
      (item) => item.revenue,
      "descending",
    )
      .slice(0, 2)
      .map((item) => ({ name: item.name, share: item.revenue / 1000 })));

  // Answer
  return run.return("answer", () => top);
}
