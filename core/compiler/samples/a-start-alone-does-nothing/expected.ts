// Nothing
import type { Run } from "millrace";

export default async function nothing(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);
}
