// The first end wins
import type { Run } from "millrace";

export default async function theFirstEndWins(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);
  await run.parallel(
    async () => {
      // Left
      await run.call<any>("left", () => ({
        method: "GET",
        url: "https://example.org/left",
      }));

      // Answer left
      return run.return("leftAnswer", () => "left");
    },
    async () => {
      // Right
      await run.call<any>("right", () => ({
        method: "GET",
        url: "https://example.org/right",
      }));

      // Answer right
      return run.return("rightAnswer", () => "right");
    },
  );
}
