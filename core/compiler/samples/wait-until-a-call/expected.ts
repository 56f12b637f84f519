// Until they call
import type { Run } from "millrace";

export default async function untilTheyCall(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Until they call
  const news = await run.attempt(() => run.wait<{
    method: string;
    query: Record<string, string>;
    headers: Record<string, string>;
    body: any;
  }>("news", () => ({
    for: "webhook",
    deadlineMs: 604_800_000,
  })));
  if (run.failed(news)) {
    // Too late
    return run.return("late", () => news.error.message);
  }

  // Answer
  return run.return("answer", () => news.body);
}
