// Off at the end
import type { Run } from "millrace";

export default async function offAtTheEnd(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // A
  await run.log("a", () => ({ level: "info", message: "1" }));
}
