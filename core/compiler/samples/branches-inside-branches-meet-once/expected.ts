// Nested parallel
import type { Run } from "millrace";

export default async function nestedParallel(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  let f!: { v: any };
  let g!: { v: number };
  await run.parallel(
    async () => {
      // A
      const a = await run.set("a", () => ({ v: 1 }));

      let b!: { v: any };
      let d!: { v: any };
      await run.parallel(
        async () => {
          // B
          b = await run.set("b", () => ({ v: a.v + 1 }));
        },
        async () => {
          // D
          d = await run.set("d", () => ({ v: a.v + 2 }));
        },
      );

      // F
      f = await run.set("f", () => ({ v: b.v + d.v }));
    },
    async () => {
      // G
      g = await run.set("g", () => ({ v: 10 }));
    },
  );

  // Answer
  return run.return("answer", () => f.v + g.v);
}
