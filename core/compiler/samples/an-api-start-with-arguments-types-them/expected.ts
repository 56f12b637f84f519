// Price
import type { Run } from "millrace";

export default async function price(run: Run, trigger: { amount: number; rate: number; note?: string }) {
  // Called
  const ask = run.start("ask", trigger);

  // Answer
  return run.return("answer", () => ask.amount * ask.rate);
}
