// Campaigns
import type { Run } from "millrace";

export default async function campaigns(run: Run, trigger: { email: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // List campaigns
  const found = await run.call<{ campaigns: { id: string; name: string; sentOn: string; opened: boolean }[] }>("found", () => ({
    connection: "mailing_list",
    action: "mailing-list/list-campaigns",
    method: "GET",
    url: "/campaigns",
    query: { email: input.email },
  }));

  // Answer
  return run.return("answer", () => found);
}
