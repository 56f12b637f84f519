// I handle error answers
import type { Run } from "millrace";

export default async function iHandleErrorAnswers(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Ask
  const ask = await run.call<{ status: number; headers: Record<string, string>; body: any }>("ask", () => ({
    method: "GET",
    url: "https://example.org",
    handlesErrors: true,
  }));

  // Answer
  return run.return("answer", () => ask.status);
}
