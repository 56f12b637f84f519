// Carry on
import type { Run } from "millrace";

export default async function carryOn(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Ask for the rate
  const rate = await run.attempt(() => run.call<any>("rate", () => ({
    method: "GET",
    url: "https://example.org/rate",
  })));

  let fallback = undefined as { v: number } | undefined;
  if (run.failed(rate)) {
    // Fallback
    fallback = await run.set("fallback", () => ({ v: 1 }));
  }

  // Answer
  return run.return("answer", () => fallback?.v ?? 2);
}
