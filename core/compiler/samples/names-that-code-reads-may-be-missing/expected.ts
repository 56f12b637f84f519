// Code with maybe
import type { Run } from "millrace";

export default async function codeWithMaybe(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Big?
  const size = await run.choose("size", { big: () => input.n != null && input.n > 10 });

  let extra = undefined as { v: number } | undefined;
  if (size === "big") {
    // Extra
    extra = await run.set("extra", () => ({ v: 5 }));
  }

  // Sum
  const sum = await run.code("sum", () => ({ extra, input }), computeSum);

  // Answer
  return run.return("answer", () => sum.v);
}

// Sum
function computeSum({ extra, input }: { extra: { v: number } | undefined; input: { n: number } }) {
const more = extra?.v ?? 0;
return { v: input.n + more };
}
