// Formula fails
import type { Run } from "millrace";

export default async function formulaFails(run: Run, trigger: { value: unknown }) {
  // When I run it
  const input = run.start("input", trigger);

  // Read deep
  const deep = await run.set("deep", () => ({ v: input.value.a.b }));

  // Answer
  return run.return("answer", () => deep.v);
}
