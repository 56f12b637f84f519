// Alarm everybody
import type { Run } from "millrace";

export default async function alarmEverybody(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Order
  const order = await run.attempt(() => run.call<any>("order", () => ({
    method: "GET",
    url: "https://example.org/order",
  })));
  if (run.failed(order)) {
    await run.parallel(
      async () => {
        // Tell the boss
        await run.call<any>("boss", () => ({
          method: "GET",
          url: "https://example.org/boss",
        }));
      },
      async () => {
        // Tell the team
        await run.call<any>("team", () => ({
          method: "GET",
          url: "https://example.org/team",
        }));
      },
    );

    // Give up
    return run.stop("over", () => `Order failed: ${order.error.message ?? ""}`);
  }

  // Answer
  return run.return("answer", () => "ordered");
}
