// Orders and customers
import type { Run } from "millrace";

export default async function ordersAndCustomers(run: Run, trigger: {
  orders: unknown[];
  customers: unknown[];
}) {
  // When I run it
  const input = run.start("input", trigger);

  // With their customers
  const joined = await run.set("joined", () =>
    lists.join(
      input.orders,
      input.customers,
      (item) => item.customerId,
      (item) => item.id,
      "inner",
    ));

  // All orders
  const every = await run.set("every", () =>
    lists.join(
      input.orders,
      input.customers,
      (item) => item.customerId,
      (item) => item.id,
      "left",
    )
      .map((item) => ({ order: item.left.id, customer: item.right?.name ?? "unknown" })));

  // Answer
  return run.return("answer", () => [joined.length, every]);
}
