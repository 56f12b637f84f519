// Stop beside
import type { Run } from "millrace";

export default async function stopBeside(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);
  await run.parallel(
    async () => {
      // Slow
      await run.call<any>("slow", () => ({
        method: "GET",
        url: "https://example.org/slow",
      }));

      // After it
      await run.log("after", () => ({ level: "info", message: "done" }));
    },
    async () => {
      // No
      return run.stop("no", () => "not today");
    },
  );
}
