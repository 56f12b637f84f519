// Two prices
import type { Run } from "millrace";

export default async function twoPrices(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  let net!: { v: any };
  let tax!: { v: any };
  await run.parallel(
    async () => {
      // Net price
      net = await run.set("net", () => ({ v: input.n }));
    },
    async () => {
      // Tax
      tax = await run.set("tax", () => ({ v: input.n * 0.2 }));
    },
  );

  // Total
  const total = await run.set("total", () => ({ v: net.v + tax.v }));

  // Answer
  return run.return("answer", () => total.v);
}
