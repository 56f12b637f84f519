// Stop at the first bad one
import type { Run } from "millrace";

export default async function stopAtTheFirstBadOne(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // For each
  await run.forEach("rows", () => ({ items: input.list }), async (run, rows) => {
    // Big?
    const size = await run.choose("size", { big: () => rows.item != null && rows.item > 10 });
    if (size === "big") {
      // Stop
      return run.stop("bad", () => `${rows.item ?? ""} is too big`);
    }
  });

  // Answer
  return run.return("answer", () => "all fine");
}
