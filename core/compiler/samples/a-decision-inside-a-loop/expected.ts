// Big and small
import type { Run } from "millrace";

export default async function bigAndSmall(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  const rows = await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Big?
    const size = await run.choose("size", { big: () => rows.item != null && rows.item > 10 });

    let large = undefined as { v: string } | undefined;
    let small = undefined as { v: string } | undefined;
    if (size === "big") {
      // Large
      large = await run.set("large", () => ({ v: "big" }));
    } else {
      // Small
      small = await run.set("small", () => ({ v: "small" }));
    }

    return () => large?.v ?? small?.v;
  });

  // Answer
  return run.return("answer", () => rows);
}
