// Code
import type { Run } from "millrace";

export default async function code(run: Run, trigger: { items: unknown[] }) {
  // When I run it
  const input = run.start("input", trigger);

  // Count words
  const stats = await run.code("stats", () => ({ input }), computeStats);

  // Message
  const message = await run.code("message", () => ({ stats, input }), computeMessage);

  // Answer
  return run.return("answer", () => message);
}

// Count words
function computeStats({ input }: { input: { items: unknown[] } }) {
const lengths: number[] = [];
for (const item of input.items as string[]) {
  if (item === "") continue;
  lengths.push(item.length);
}
return { count: lengths.length, longest: Math.max(0, ...lengths) };
}

// Message
function computeMessage({ stats, input }: { stats: Awaited<ReturnType<typeof computeStats>>; input: { items: unknown[] } }) {
return `${stats.count} of ${input.items.length}`;
}
