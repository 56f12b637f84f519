// Code again
import type { Run } from "millrace";

export default async function codeAgain(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Work
  const work = await run.attempt(() => run.code("work", () => ({}), computeWork, { attempts: 2 }));
  if (run.failed(work)) {
    // Say sorry
    return run.return("sorry", () => work.error.message);
  }

  // Answer
  return run.return("answer", () => work);
}

// Work
function computeWork() {
throw new Error("never works");
}
