// One branch fails
import type { Run } from "millrace";

export default async function oneBranchFails(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  let next!: { v: number };
  let bad: any;
  await run.parallel(
    async () => {
      // Works
      await run.call<any>("good", () => ({
        method: "GET",
        url: "https://example.org/good",
      }));

      // After it
      next = await run.set("next", () => ({ v: 1 }));
    },
    async () => {
      // Refuses
      bad = await run.call<any>("bad", () => ({
        method: "GET",
        url: "https://example.org/bad",
      }));
    },
  );

  // Answer
  return run.return("answer", () => [next.v, bad.ok]);
}
