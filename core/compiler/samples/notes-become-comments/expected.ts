// With notes
import type { Run } from "millrace";

export default async function withNotes(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Rate
  // The rate of 2026.
  // Ask the accountant before changing it: https://example.org/rates
  const rate = await run.set("rate", () => ({ v: 0.2 }));

  // Ask the shop
  // slow in the morning */ // really
  await run.call<any>("ask", () => ({
    method: "GET",
    url: "https://example.org",
  }));

  // Answer
  return run.return("answer", () => rate.v);
}
