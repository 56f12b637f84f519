// Answer, else go on
import type { Run } from "millrace";

export default async function answerElseGoOn(run: Run, trigger: { ready: boolean }) {
  // When I run it
  const input = run.start("input", trigger);

  // Ready?
  const check = await run.choose("check", { no: () => input.ready === false });
  if (check === "no") {
    // Later
    return run.return("later", () => "come back");
  }

  let work!: { v: number };
  let tell: any;
  await run.parallel(
    async () => {
      // Work
      work = await run.set("work", () => ({ v: 1 }));
    },
    async () => {
      // Tell
      tell = await run.call<any>("tell", () => ({
        method: "GET",
        url: "https://example.org/tell",
      }));
    },
  );

  // Done
  return run.return("done", () => [work.v, tell.ok]);
}
