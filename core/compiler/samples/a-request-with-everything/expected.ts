// Request
import type { Run } from "millrace";

export default async function request(run: Run, trigger: { id: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Save
  const saved = await run.call<{ status: number; headers: Record<string, string>; body: any }>("saved", () => ({
    connection: "billing",
    method: "PUT",
    url: `/invoices/${input.id ?? ""}`,
    query: { "dry run": true },
    headers: { "X-Request-Id": input.id, Accept: "application/json" },
    body: { id: input.id, lines: [] },
    handlesErrors: true,
  }));

  // Answer
  return run.return("answer", () => saved);
}
