// New lead
import type { Run } from "millrace";

export default async function newLead(run: Run, trigger: {
  record: Lead;
  before: Lead | null;
  changed: string[];
  event: "created" | "edited" | "deleted" | "date";
  user: { id: string; name: string; email: string } | null;
  module: string;
  handle: "otherwise";
}) {
  // A lead is created
  const rule = run.start("rule", trigger);

  // Note it
  await run.log("note", () => ({
    level: "info",
    message: `${rule.record.Last_Name ?? ""} by ${rule.user?.name ?? ""}`,
  }));
}

// A lead is created: which condition holds
export function match(rule: {
  record: Lead;
  before: Lead | null;
  changed: string[];
  event: "created" | "edited" | "deleted" | "date";
  user: { id: string; name: string; email: string } | null;
  module: string;
  handle: "otherwise";
}): "otherwise" {
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
