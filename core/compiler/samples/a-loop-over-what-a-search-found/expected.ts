// Each lead
import type { Run } from "millrace";

export default async function eachLead(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Find leads
  const leads = await run.findRecords<Lead[]>("leads", () => ({
    module: "Leads",
    filters: [{ field: "Mailing_Status", operator: "is", value: "Not subscribed" }],
    limit: 20,
  }));

  // For each lead
  const rows = await run.forEach("rows", () => ({ items: leads }), async (run, rows) => {
    // Change the lead
    const changed = await run.updateRecord<Lead>("changed", () => ({
      module: "Leads",
      id: rows.item.id,
      data: { Mailing_Status: "Subscribed" },
    }));

    return () => changed.id;
  });

  // Answer
  return run.return("answer", () => rows);
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
