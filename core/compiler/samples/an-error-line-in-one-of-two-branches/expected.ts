// Fail in parallel
import type { Run } from "millrace";

export default async function failInParallel(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  let instead = undefined as { v: string } | undefined;
  await run.parallel(
    async () => {
      // Left
      const left = await run.attempt(() => run.call<any>("left", () => ({
        method: "GET",
        url: "https://example.org/a",
      })));
      if (run.failed(left)) {
        // Instead
        instead = await run.set("instead", () => ({ v: "instead" }));
      }
    },
    async () => {
      // Right
      await run.call<any>("right", () => ({
        method: "GET",
        url: "https://example.org/b",
      }));
    },
  );

  // Answer
  return run.return("answer", () => instead?.v ?? "left worked");
}
