// Orders and lines
import type { Run } from "millrace";

export default async function ordersAndLines(run: Run, trigger: { orders: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each order
  const orders = await run.forEach("orders", () => ({ items: input.orders }), async (run, orders) => {
    // For each line
    const lines = await run.forEach("lines", () => ({ items: orders.item.lines }), async (run, lines) => {
      // Price
      const price = await run.set("price", () => ({ v: orders.item.factor * lines.item }));

      return () => price.v;
    });

    return () => lines;
  });

  // Answer
  return run.return("answer", () => orders);
}
