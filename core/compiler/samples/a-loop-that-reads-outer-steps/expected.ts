// Outer names
import type { Run } from "millrace";

export default async function outerNames(run: Run, trigger: { list: unknown[]; rate: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Tax
  const tax = await run.set("tax", () => ({ rate: input.rate / 100 }));

  // For each price
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // With tax
    const gross = await run.set("gross", () => ({ v: rows.item * (1 + tax.rate) }));

    return () => gross.v;
  });

  // Answer
  return run.return("answer", () => rows);
}
