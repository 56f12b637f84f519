// Nothing
import type { Run } from "millrace";

export default async function nothing2(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Nothing
  const nothing = await run.code("nothing", () => ({}), computeNothing);

  // Shape
  const shape = await run.set("shape", () => ({ v: undefined, w: nothing }));

  // Answer
  return run.return("answer", () => [nothing, shape]);
}

// Nothing
function computeNothing() {
const unused = 1;
}
