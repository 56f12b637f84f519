// Big or small
import type { Run } from "millrace";

export default async function bigOrSmall(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Big?
  const size = await run.choose("size", { big: () => input.n != null && input.n > 10 });

  let discount = undefined as { v: number } | undefined;
  let fee = undefined as { v: number } | undefined;
  if (size === "big") {
    // Discount
    discount = await run.set("discount", () => ({ v: 10 }));
  } else {
    // Fee
    fee = await run.set("fee", () => ({ v: 2 }));
  }

  // Answer
  return run.return("answer", () => input.n - (discount?.v ?? 0) + (fee?.v ?? 0));
}
