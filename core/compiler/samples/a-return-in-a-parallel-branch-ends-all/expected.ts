// First to end
import type { Run } from "millrace";

export default async function firstToEnd(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);
  await run.parallel(
    async () => {
      // Answer
      return run.return("answer", () => "early");
    },
    async () => {
      // Slow
      await run.call<any>("slow", () => ({
        method: "GET",
        url: "https://example.org/rate",
      }));

      // After the slow one
      await run.log("never", () => ({ level: "info", message: "late" }));
    },
  );
}
