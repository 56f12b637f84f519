// Follow up on deals
import type { Run } from "millrace";

export default async function followUpOnDeals(run: Run, trigger: {
  record: Deal;
  before: Deal | null;
  changed: string[];
  event: "created" | "edited" | "deleted" | "date";
  user: { id: string; name: string; email: string } | null;
  module: string;
  handle: "won" | "won_later" | "large" | "otherwise";
}) {
  // A deal changes
  const deal = run.start("deal", trigger);
  if (deal.handle === "won") {
    // Note it
    await run.log("note", () => ({
      level: "info",
      message: `Won: ${deal.record.Deal_Name ?? ""}`,
    }));
  } else if (deal.handle === "won_later") {
    // Remind
    await run.log("remind", () => ({
      level: "info",
      message: "Three days ago",
    }));
  } else if (deal.handle === "large") {
    // Done
    return run.return("done", () => "large");
  }
}

// A deal changes: which condition holds
export function match(deal: {
  record: Deal;
  before: Deal | null;
  changed: string[];
  event: "created" | "edited" | "deleted" | "date";
  user: { id: string; name: string; email: string } | null;
  module: string;
  handle: "won" | "won_later" | "large" | "otherwise";
}): "won" | "large" | "otherwise" {
  // Won
  if (deal.record.Stage === "Won") return "won";
  // Large
  if ((deal.record.Amount ?? 0) > 10000) return "large";
  return "otherwise";
}

interface Deal {
  id: string;
  Deal_Name: string;
  Account_Name: string | null;
  Contact_Name: string | null;
  Campaign_Source: string | null;
  Amount: number | null;
  Stage: "Qualification" | "Proposal" | "Negotiation" | "Won" | "Lost";
  Probability: number | null;
  Closing_Date: string | null;
  Next_Step: string | null;
  Last_Activity: string | null;
  Description: string | null;
}
