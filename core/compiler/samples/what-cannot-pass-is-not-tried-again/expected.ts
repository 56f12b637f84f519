// Not again
import type { Run } from "millrace";

export default async function notAgain(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Ask
  const ask = await run.call<any>("ask", () => ({
    method: "GET",
    url: "https://example.org",
  }), { attempts: 5, waitMs: 1000 });

  // Answer
  return run.return("answer", () => ask.ok);
}
