// Fallback
import type { Run } from "millrace";

export default async function fallback(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Big?
  const size = await run.choose("size", { big: () => input.n != null && input.n > 10 });

  let discount = undefined as { v: any } | undefined;
  if (size === "big") {
    // Discount
    discount = await run.set("discount", () => ({ v: input.n * 0.1 }));
  }

  // Price
  const price = await run.set("price", () => ({ v: input.n - (discount?.v ?? 0) }));

  // Answer
  return run.return("answer", () => `Price: ${price.v ?? ""}, discount: ${discount?.v ?? ""}`);
}
