// Big open leads
import type { Run } from "millrace";

export default async function bigOpenLeads(run: Run, trigger: { since: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Find leads
  const leads = await run.findRecords<Lead[]>("leads", () => ({
    module: "Leads",
    filters: [
      { field: "Lead_Status", operator: "is", value: ["New", "Contacted"] },
      { field: "Annual_Revenue", operator: "at-least", value: 100000 },
      { field: "Last_Contacted", operator: "less", value: input.since },
      { field: "Email", operator: "not-empty" },
    ],
    sort: { by: "Annual_Revenue", direction: "descending" },
    limit: 10,
  }));

  // Answer
  return run.return("answer", () => leads.length);
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
