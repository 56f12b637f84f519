// What happened
import type { Run } from "millrace";

export default async function whatHappened(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Send
  const send = await run.attempt(() => run.call<any>("send", () => ({
    method: "POST",
    url: "https://example.org/orders",
    body: { id: 7 },
  })));
  if (run.failed(send)) {
    // Say sorry
    return run.return("sorry", () => [send.error.code, send.error.message, send.error.status, send.error.body]);
  }

  // Answer
  return run.return("answer", () => "sent");
}
