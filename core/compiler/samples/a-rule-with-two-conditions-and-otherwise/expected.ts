// By country
import type { Run } from "millrace";

export default async function byCountry(run: Run, trigger: {
  record: Lead;
  before: Lead | null;
  changed: string[];
  event: "created" | "edited" | "deleted" | "date";
  user: { id: string; name: string; email: string } | null;
  module: string;
  handle: "uk" | "changed" | "later" | "otherwise";
}) {
  // A lead changes
  const rule = run.start("rule", trigger);
  if (rule.handle === "later") {
    // A day later
    await run.log("later", () => ({ level: "info", message: "later" }));
  }

  let price = undefined as { currency: any } | undefined;
  if (rule.handle === "uk" || rule.handle === "changed") {
    // Price
    price = await run.set("price", () => ({
      currency: rule.handle === "uk" ? "GBP" : "EUR",
    }));
  }

  // Answer
  return run.return("answer", () => price?.currency ?? null);
}

// A lead changes: which condition holds
export function match(rule: {
  record: Lead;
  before: Lead | null;
  changed: string[];
  event: "created" | "edited" | "deleted" | "date";
  user: { id: string; name: string; email: string } | null;
  module: string;
  handle: "uk" | "changed" | "later" | "otherwise";
}): "uk" | "changed" | "otherwise" {
  if (rule.record.Country === "UK") return "uk";
  // Country changed
  if (rule.changed.includes("Country")) return "changed";
  return "otherwise";
}

interface Lead {
  id: string;
  First_Name: string | null;
  Last_Name: string;
  Company: string | null;
  Title: string | null;
  Email: string | null;
  Phone: string | null;
  Mobile: string | null;
  Website: string | null;
  Lead_Source: "Web form" | "Referral" | "Trade fair" | "Cold call" | "Newsletter" | "Partner" | "Webinar" | null;
  Lead_Status: "New" | "Attempted to contact" | "Contacted" | "Qualified" | "Not qualified" | "Lost" | null;
  Mailing_Status: "Not subscribed" | "Subscribed" | "Unsubscribed" | "Bounced" | null;
  Campaign: string | null;
  Industry:
    | "Construction"
    | "Education"
    | "Energy"
    | "Finance"
    | "Food and drink"
    | "Health"
    | "Hospitality"
    | "Logistics"
    | "Manufacturing"
    | "Professional services"
    | "Retail"
    | "Software"
    | null;
  Annual_Revenue: number | null;
  No_of_Employees: number | null;
  Follow_Up_On: string | null;
  Last_Contacted: string | null;
  Do_Not_Call: boolean | null;
  City: string | null;
  Country: string | null;
  Description: string | null;
}
