// Counting
import type { Run } from "millrace";

export default async function counting(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Work
  const work = await run.code("work", () => ({ input }), computeWork);

  // Answer
  return run.return("answer", () => work);
}

// Work
function computeWork({ input }: { input: { n: number } }) {
let a = 0, b = 0;
const c = 'x';
for (let i = 0; i < input.n; i += 1) a += i;
while (b < 2) { b += 1; }
do a -= 1; while (a > 10);
for (const key in { p: 1, q: 2 });
if (a) b = 1; else b = 2;
switch (b) {
  case 1: a = 1; break;
  default: a = 2;
}
try { throw new Error(c); } catch (thrown) { a += 1; } finally { b = 3; }
const each = [1, 2].map((x) => ({ x }));
return { a, b, each };
}
