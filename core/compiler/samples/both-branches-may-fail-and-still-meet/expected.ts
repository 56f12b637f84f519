// Two that may fail
import type { Run } from "millrace";

export default async function twoThatMayFail(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);
  await run.parallel(
    async () => {
      // Left
      const left = await run.attempt(() => run.call<any>("left", () => ({
        method: "GET",
        url: "https://example.org/left",
      })));
      if (run.failed(left)) {
        // Left failed
        await run.log("leftNote", () => ({
          level: "info",
          message: `${left.error.message ?? ""}`,
        }));
      }
    },
    async () => {
      // Right
      const right = await run.attempt(() => run.call<any>("right", () => ({
        method: "GET",
        url: "https://example.org/right",
      })));
      if (run.failed(right)) {
        // Right failed
        await run.log("rightNote", () => ({
          level: "info",
          message: `${right.error.message ?? ""}`,
        }));
      }
    },
  );

  // Answer
  return run.return("answer", () => "met");
}
