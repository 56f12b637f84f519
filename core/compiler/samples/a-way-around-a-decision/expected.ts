// Shortcut
import type { Run } from "millrace";

export default async function shortcut(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Big?
  const size = await run.choose("size", { big: () => input.n != null && input.n > 10 });

  let extra = undefined as { v: number } | undefined;
  if (size === "big") {
    // Extra
    extra = await run.set("extra", () => ({ v: 5 }));
  }

  // Sum
  const sum = await run.set("sum", () => ({ v: input.n + (extra?.v ?? 0) }));

  // Answer
  return run.return("answer", () => sum.v);
}
