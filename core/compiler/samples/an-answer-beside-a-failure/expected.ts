// Answer or failure
import type { Run } from "millrace";

export default async function answerOrFailure(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);
  await run.parallel(
    async () => {
      // Refuses
      await run.call<any>("bad", () => ({
        method: "GET",
        url: "https://example.org/bad",
      }));
    },
    async () => {
      // Answer
      return run.return("answer", () => "quick");
    },
  );
}
