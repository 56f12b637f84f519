// Levels
import type { Run } from "millrace";

export default async function levels(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Info
  const info = await run.log("info", () => ({ level: "info", message: "fine" }));

  // Warn
  await run.log("warn", () => ({ level: "warn", message: "hm" }));

  // Error
  await run.log("bad", () => ({ level: "error", message: { code: 7 } }));

  // Answer
  return run.return("answer", () => info);
}
