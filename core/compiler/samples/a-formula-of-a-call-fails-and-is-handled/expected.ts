// Formula of a call fails
import type { Run } from "millrace";

export default async function formulaOfACallFails(run: Run, trigger: { value: unknown }) {
  // When I run it
  const input = run.start("input", trigger);

  // Ask
  const ask = await run.attempt(() => run.call<any>("ask", () => ({
    method: "GET",
    url: `https://example.org/${input.value.a.b ?? ""}`,
  })));
  if (run.failed(ask)) {
    // Say sorry
    return run.return("sorry", () => ask.error.code);
  }

  // Answer
  return run.return("answer", () => ask.request.url);
}
