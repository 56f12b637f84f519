// Crossing in a loop
import type { Run } from "millrace";

export default async function crossingInALoop(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    let a!: { v: any };
    let b!: { v: number };
    let d!: { v: number };
    let ab!: { v: any };
    let bd!: { v: any };
    await run.lines({
      a: { after: [], run: async () => {
        // A
        a = await run.set("a", () => ({ v: rows.item }));
      } },
      b: { after: [], run: async () => {
        // B
        b = await run.set("b", () => ({ v: 10 }));
      } },
      d: { after: [], run: async () => {
        // D
        d = await run.set("d", () => ({ v: 100 }));
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

    return () => [ab.v, bd.v];
  });

  // Answer
  return run.return("answer", () => rows);
}
