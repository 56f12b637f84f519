// Nested
import type { Run } from "millrace";

export default async function nested(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Big?
  const outer = await run.choose("outer", { big: () => input.n != null && input.n > 10 });

  let huge = undefined as { v: string } | undefined;
  let big = undefined as { v: string } | undefined;
  if (outer === "big") {
    // Huge?
    const inner = await run.choose("inner", { huge: () => input.n != null && input.n > 100 });
    if (inner === "huge") {
      // Huge
      huge = await run.set("huge", () => ({ v: "huge" }));
    } else {
      // Big
      big = await run.set("big", () => ({ v: "big" }));
    }

    // Both
    await run.log("joined", () => ({
      level: "info",
      message: "bigger than ten",
    }));
  }

  // Answer
  return run.return("answer", () => huge?.v ?? big?.v ?? "small");
}
