// Give up, handled
import type { Run } from "millrace";

export default async function giveUpHandled(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Ask
  const ask = await run.attempt(() => run.call<any>("ask", () => ({
    method: "GET",
    url: "https://example.org",
  }), { attempts: 2, waitMs: 500 }));
  if (run.failed(ask)) {
    // Say sorry
    return run.return("sorry", () => ask.error.status);
  }

  // Answer
  return run.return("answer", () => ask.ok);
}
