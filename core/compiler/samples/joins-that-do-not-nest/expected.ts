// Crossing
import type { Run } from "millrace";

export default async function crossing(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  let a!: { v: number };
  let b!: { v: number };
  let d!: { v: number };
  let ab!: { v: any };
  let bd!: { v: any };
  await run.lines({
    a: { after: [], run: async () => {
      // A
      a = await run.set("a", () => ({ v: 1 }));
    } },
    b: { after: [], run: async () => {
      // B
      b = await run.set("b", () => ({ v: 2 }));
    } },
    d: { after: [], run: async () => {
      // D
      d = await run.set("d", () => ({ v: 3 }));
    } },
    ab: { after: ["a", "b"], run: async () => {
      // A and B
      ab = await run.set("ab", () => ({ v: a.v + b.v }));
    } },
    bd: { after: ["b", "d"], run: async () => {
      // B and D
      bd = await run.set("bd", () => ({ v: b.v + d.v }));
    } },
  });

  // Answer
  return run.return("answer", () => [ab.v, bd.v]);
}
