// Two that may fail
import type { Run } from "millrace";

export default async function twoThatMayFail(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  let left: any;
  let right: any;
  let leftNote!: null;
  let rightNote!: null;
  await run.parallel(
    async () => {
      // Left
      left = await run.attempt(() => run.call<any>("left", () => ({
        method: "GET",
        url: "https://example.org/left",
      })));
      if (run.failed(left)) {
        // Left failed
        leftNote = await run.log("leftNote", () => ({
          level: "info",
          message: `${left.error.message ?? ""}`,
        }));
      }
    },
    async () => {
      // Right
      right = await run.attempt(() => run.call<any>("right", () => ({
        method: "GET",
        url: "https://example.org/right",
      })));
      if (run.failed(right)) {
        // Right failed
        rightNote = await run.log("rightNote", () => ({
          level: "info",
          message: `${right.error.message ?? ""}`,
        }));
      }
    },
  );
  if (
    (left !== undefined && !run.failed(left)) ||
    leftNote !== undefined ||
    (right !== undefined && !run.failed(right)) ||
    rightNote !== undefined
  ) {
    // Answer
    return run.return("answer", () => "met");
  }
}
