// Nothing to wait for
import type { Run } from "millrace";

export default async function nothingToWaitFor(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);
  await run.parallel(
    async () => {
      // Write it down
      await run.log("start", () => ({ level: "info", message: "begun" }));
    },
    async () => {
      // A
      const a = await run.set("a", () => ({ v: 1 }));

      // B
      const b = await run.set("b", () => ({ v: a.v + 1 }));

      // Answer
      return run.return("answer", () => b.v);
    },
  );
}
