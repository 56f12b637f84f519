// Parallel and skipped
import type { Run } from "millrace";

export default async function parallelAndSkipped(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  let one = undefined as { v: number } | undefined;
  let two!: { v: number };
  await run.parallel(
    async () => {
      // Big?
      const size = await run.choose("size", { big: () => input.n != null && input.n > 10 });
      if (size === "big") {
        // One
        one = await run.set("one", () => ({ v: 1 }));
      }
    },
    async () => {
      // Two
      two = await run.set("two", () => ({ v: 2 }));
    },
  );

  // Sum
  const sum = await run.set("sum", () => ({ v: (one?.v ?? 0) + two.v }));

  // Answer
  return run.return("answer", () => sum.v);
}
