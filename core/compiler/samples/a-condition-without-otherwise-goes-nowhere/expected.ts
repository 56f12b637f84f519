// Only if big
import type { Run } from "millrace";

export default async function onlyIfBig(run: Run, trigger: { n: number }) {
  // When I run it
  const input = run.start("input", trigger);

  // Big?
  const size = await run.choose("size", { big: () => input.n != null && input.n > 10 });
  if (size === "big") {
    // Note it
    await run.log("note", () => ({ level: "info", message: "big" }));
  }
}
