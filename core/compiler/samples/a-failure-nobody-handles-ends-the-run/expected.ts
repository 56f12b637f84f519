// Unhandled
import type { Run } from "millrace";

export default async function unhandled(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Ask
  await run.call<any>("ask", () => ({
    method: "GET",
    url: "https://example.org/ask",
  }));

  // After
  const after = await run.set("after", () => ({ v: 1 }));

  // Answer
  return run.return("answer", () => after.v);
}
