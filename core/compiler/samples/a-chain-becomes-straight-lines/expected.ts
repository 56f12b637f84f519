// Add and double
import type { Run } from "millrace";

export default async function addAndDouble(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Add one
  const sum = await run.set("sum", () => ({ v: input.n + 1 }));

  // Double it
  const double = await run.set("double", () => ({ v: sum.v * 2 }));

  // Note it
  await run.log("note", () => ({
    level: "info",
    message: `It is ${double.v ?? ""}`,
  }));

  // Answer
  return run.return("answer", () => double.v);
}
