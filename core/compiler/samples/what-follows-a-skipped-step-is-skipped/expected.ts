// Skipped chain
import type { Run } from "millrace";

export default async function skippedChain(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Big?
  const size = await run.choose("size", { big: () => input.n != null && input.n > 10 });

  let third = undefined as { v: any } | undefined;
  if (size === "big") {
    // First
    const first = await run.set("first", () => ({ v: 1 }));

    // Second
    const second = await run.set("second", () => ({ v: first.v + 1 }));

    // Third
    third = await run.set("third", () => ({ v: second.v + 1 }));
  }

  // The end
  await run.log("end", () => ({
    level: "info",
    message: `${third?.v ?? ""}`,
  }));
}
