// Just end
import type { Run } from "millrace";

export default async function justEnd(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // End
  return run.return("end", () => null);
}
