// Own names
import type { Run } from "millrace";

export default async function ownNames(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Own names
  const own = await run.code("own", () => ({ input }), computeOwn);

  // Answer
  return run.return("answer", () => own);
}

// Own names
function computeOwn({ input }: { input: { n: number } }) {
const console = input.n;
const trigger = { input: 1 };
function double(input: number) {
  return input * 2;
}
label: {
  if (console > 1) break label;
}
return double(console) + trigger.input;
}
