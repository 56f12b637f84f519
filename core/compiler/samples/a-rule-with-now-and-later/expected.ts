// Follow up
import type { Run } from "millrace";

export default async function followUp(run: Run, trigger: {
  record: Lead;
  before: Lead | null;
  changed: string[];
  event: "created" | "edited" | "deleted" | "date";
  user: { id: string; name: string; email: string } | null;
  module: string;
  handle: "big" | "soon" | "late" | "otherwise";
}) {
  // A lead is created
  const rule = run.start("rule", trigger);
  if (rule.handle === "big") {
    // At once
    await run.log("now", () => ({ level: "info", message: "now" }));
  } else if (rule.handle === "soon") {
    // After two hours
    await run.log("soon", () => ({ level: "info", message: "soon" }));
  } else if (rule.handle === "late") {
    // Three days after the date
    await run.log("late", () => ({ level: "info", message: "late" }));
  } else {
    // Small
    await run.log("other", () => ({ level: "info", message: "small" }));
  }
}

// A lead is created: which condition holds
export function match(rule: {
  record: Lead;
  before: Lead | null;
  changed: string[];
  event: "created" | "edited" | "deleted" | "date";
  user: { id: string; name: string; email: string } | null;
  module: string;
  handle: "big" | "soon" | "late" | "otherwise";
}): "big" | "otherwise" {
  // Big
  if (rule.record.Annual_Revenue != null && rule.record.Annual_Revenue > 10000) return "big";
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
