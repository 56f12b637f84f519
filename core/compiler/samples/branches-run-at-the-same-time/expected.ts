// Parallel
import type { Run } from "millrace";

export default async function parallel(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  let left: any;
  let right: any;
  await run.parallel(
    async () => {
      // Left
      left = await run.call<any>("left", () => ({
        method: "GET",
        url: "https://example.org/a",
      }));
    },
    async () => {
      // Right
      right = await run.call<any>("right", () => ({
        method: "GET",
        url: "https://example.org/b",
      }));
    },
  );

  // Answer
  return run.return("answer", () => [left.ok, right.ok]);
}
