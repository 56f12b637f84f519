// Off in the middle
import type { Run } from "millrace";

export default async function offInTheMiddle(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  let a!: { v: number };
  let b!: { v: number };
  await run.parallel(
    async () => {
      // A
      a = await run.set("a", () => ({ v: 1 }));
    },
    async () => {
      // B
      b = await run.set("b", () => ({ v: 2 }));
    },
  );

  // D
  const d = await run.set("d", () => ({ v: a.v }));

  // Answer
  return run.return("answer", () => a.v + b.v + d.v);
}
