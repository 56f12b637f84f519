// Quiet
import type { Run } from "millrace";

export default async function quiet(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Note
  await run.log("note", () => ({ level: "info", message: "done" }));
}
