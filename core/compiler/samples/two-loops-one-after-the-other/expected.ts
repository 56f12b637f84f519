// Twice
import type { Run } from "millrace";

export default async function twice(run: Run, trigger: { list: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // First loop
  const first = await run.forEach("first", () => ({ items: input.list }), async (run, first) => {
    // Add
    const add = await run.set("add", () => ({ v: first.item + 1 }));

    return () => add.v;
  });

  // Second loop
  const second = await run.forEach("second", () => ({ items: first }), async (run, second) => {
    // Double
    const double = await run.set("double", () => ({ v: second.item * 2 }));

    return () => double.v;
  });

  // Answer
  return run.return("answer", () => second);
}
