// Off switch
import type { Run } from "millrace";

export default async function offSwitch(run: Run, trigger: { kind: string }) {
  // When I run it
  run.start("input", trigger);

  // Other
  return run.return("second", () => "other");
}
