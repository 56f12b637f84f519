// Beside each other
import type { Run } from "millrace";

export default async function besideEachOther(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  let left!: any[];
  let right!: any[];
  await run.parallel(
    async () => {
      // Left
      left = await run.forEach("left", () => ({ items: input.list }), async (run, left) => {
        // L
        const l = await run.set("l", () => ({ v: left.item + 1 }));

        return () => l.v;
      });
    },
    async () => {
      // Right
      right = await run.forEach("right", () => ({ items: input.list }), async (run, right) => {
        // R
        const r = await run.set("r", () => ({ v: right.item * 2 }));

        return () => r.v;
      });
    },
  );

  // Answer
  return run.return("answer", () => [left, right]);
}
